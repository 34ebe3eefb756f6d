import type { RebookingRow } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { CountButton } from '../../components/count-button.tsx'
import { Defined, Definition } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import hero from './hero.module.css'
import classes from './rebooking.module.css'
import { isTooFewVisits, pastOf } from './rebooking-values.ts'
import { useRetention } from './use-retention.ts'

const COUNTS = ['rebooked', 'notRebooked'] as const

/** The salon's rebooking rate with its interval, and how many of those appointments were kept. */
export function RebookingTotal({ total }: { total: RebookingRow }) {
  const { say, formats, periods } = useWords()
  const { choice, change } = useRetention()
  const few = isTooFewVisits(total)
  return (
    <Card label={say('rebooking.title')}>
      <div className={classes.total}>
        <div>
          <div className={hero.label}>
            <Defined of="rebooking">{say('rebooking.title')}</Defined>
          </div>
          {total.rate === null || total.rateLow === null || total.rateHigh === null ? (
            <p className={hero.text}>{say('rebooking.empty')}</p>
          ) : (
            <div className={hero.big} data-few={few || undefined}>
              {formats.percent(total.rate)}
              <small title={say('rebooking.interval')}>
                {formats.percents(total.rateLow, total.rateHigh)}
                <Definition of="interval" />
              </small>
            </div>
          )}
        </div>
        <p className={classes.sentence}>
          {total.rate !== null &&
            say('rebooking.sentence', {
              count: total.visits,
              rebooked: formats.number(total.rebooked),
              base: periods.when(choice.base),
            })}{' '}
          {few && total.rate !== null ? say('rebooking.few') : say('rebooking.rule')}
          <span className={classes.counts}>
            {COUNTS.map((count) => (
              <span key={count}>
                {say(`rebooking.people.${count}`)}{' '}
                <CountButton
                  count={count === 'rebooked' ? total.rebooked : total.visits - total.rebooked}
                  what={say(`rebooking.people.${count}`)}
                  onOpen={() => change({ booked: count, of: undefined })}
                />
              </span>
            ))}
          </span>
        </p>
        {total.rebooked > 0 && (
          <div className={hero.tile}>
            <div className={hero.label}>
              <Defined of="kept">{say('rebooking.kept')}</Defined>
            </div>
            {total.keptRate !== null && <div className={hero.second}>{formats.percent(total.keptRate)}</div>}
            <p className={hero.text}>
              {total.keptRate === null
                ? say('rebooking.keptLater')
                : say('rebooking.keptOf', { kept: formats.number(total.kept), past: formats.number(pastOf(total)) })}
            </p>
          </div>
        )}
      </div>
    </Card>
  )
}
