import type { FairRow } from '../../api/types.ts'
import { IntervalLine } from '../../charts/interval-line.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './fair.module.css'
import { judgedOf, layOutFair } from './fair-values.ts'
import { toneOfVerdict } from './fair-verdict.tsx'
import { useFairWords } from './fair-words.ts'

/** A line for each master who can be compared: the figures of the table, drawn. */
export function FairPicture({ rows }: { rows: FairRow[] }) {
  const { say, formats } = useWords()
  const { nameOf } = useFairWords(rows)
  const { drawn, left } = layOutFair(rows)
  if (drawn.length === 0) return <p className={classes.text}>{say('fair.picture.none')}</p>
  return (
    <>
      <h3 className={classes.subheading}>{say('fair.picture.title')}</h3>
      <ul className={classes.picture} aria-label={say('fair.picture.title')}>
        {drawn.map((row) => {
          const { rate, low, high, expected } = judgedOf(row)
          return (
            <li key={row.key}>
              <b>{nameOf(row)}</b>
              <IntervalLine rate={rate} low={low} high={high} salon={expected} tone={toneOfVerdict(row)} />
              <span>
                {say('fair.picture.rates', { rate: formats.percent(rate), expected: formats.percent(expected ?? 0) })}
              </span>
            </li>
          )
        })}
      </ul>
      <p className={classes.note}>
        {say('fair.picture.text')}
        {left.length > 0 && ` ${say('fair.picture.left', { masters: left.map(nameOf).join(', ') })}`}
      </p>
    </>
  )
}
