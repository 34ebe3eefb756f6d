import { parseDay } from '@comeback/retention'
import type { Headline } from '../api/types.ts'
import { asCalendar, useWords } from '../i18n/period-words.ts'
import { Defined } from './definition.tsx'
import classes from './headline-effects.module.css'

/** The headline rate, and what it would be without each kind of doubtful rows. */
export function HeadlineEffects({ headline }: { headline: Headline }) {
  const { say, formats, periods } = useWords()
  const { effects, rate, served, returned } = headline
  const from = parseDay(`${headline.month}-01`)!
  const base = asCalendar({ from, to: parseDay(endOf(headline.month))! })
  // a kind that is all of the data is no doubt: the data does not hold it
  const isAbsent = ({ kind, served: left }: (typeof effects)[number]) =>
    kind !== 'probableDuplicates' && served > 0 && left === 0
  const absent = effects.filter(isAbsent)
  const percent = (share: number) => formats.decimal(share * 100, 1)
  return (
    <>
      <p className={classes.lead}>
        {rate === null ? (
          say('quality.noHeadline')
        ) : (
          <Defined of="doubts">
            <span>
              {say('quality.headline', {
                when: periods.when(base),
                rate: `${percent(rate)} %`,
                returned: formats.number(returned),
                served: formats.number(served),
              })}
            </span>
          </Defined>
        )}
      </p>
      <table className={classes.table} aria-label={say('quality.effects')}>
        <thead>
          <tr>
            <th scope="col">{say('quality.doubt')}</th>
            <th scope="col" data-numeric>
              {say('quality.count')}
            </th>
            <th scope="col" data-numeric>
              {say('quality.without')}
            </th>
          </tr>
        </thead>
        <tbody>
          {effects
            .filter((effect) => !isAbsent(effect))
            .map((effect) => (
              <tr key={effect.kind}>
                <th scope="row">
                  {say(`quality.kind.${effect.kind}`)}
                  <small>{say(`quality.advice.${effect.kind}`)}</small>
                </th>
                <td data-numeric>{formats.number(effect.count)}</td>
                <td data-numeric>
                  {rate === null ? (
                    '—'
                  ) : effect.rate === null ? (
                    '—'
                  ) : (
                    <>
                      {percent(effect.rate)} %<small>{movement(effect.rate - rate)}</small>
                    </>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {absent.length > 0 && (
        <p className={classes.absent}>
          {say('quality.absent', {
            kinds: absent
              .map(({ kind }) => (kind === 'probableDuplicates' ? '' : say(`quality.missing.${kind}`)))
              .join(', '),
          })}
        </p>
      )}
    </>
  )

  function movement(difference: number): string {
    const moved = Math.abs(difference) >= 0.0005
    return moved ? say('retention.points', { value: formats.points(difference) }) : say('quality.same')
  }
}

/** Last day of a month written `YYYY-MM`. */
function endOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}
