import { PARTS, type Part, type Row } from '../api/types.ts'
import { Definition } from '../components/definition.tsx'
import { useWords } from '../i18n/period-words.ts'
import classes from './outcome-bar.module.css'

interface Props {
  counts: Pick<Row, Part | 'served'>
  onOpen: (part: Part) => void
}

/** The served clients as one bar, each outcome a button that opens its people; the legend below says the same. */
export function OutcomeBar({ counts, onOpen }: Props) {
  const { say, formats } = useWords()
  const parts = PARTS.filter((part) => counts[part] > 0)
  const label = (part: Part) => `${say(`retention.outcome.${part}`)}: ${formats.number(counts[part])}`
  return (
    <div>
      <fieldset className={classes.bar} aria-label={say('retention.barLabel', { parts: parts.map(label).join(', ') })}>
        {parts.map((part) => (
          <button
            key={part}
            type="button"
            className={classes.part}
            data-part={part}
            style={{ flexGrow: counts[part] }}
            onClick={() => onOpen(part)}
            title={label(part)}
            aria-label={label(part)}
          >
            {counts[part] / counts.served >= 0.045 && formats.number(counts[part])}
          </button>
        ))}
      </fieldset>
      <ul className={classes.legend}>
        {PARTS.map((part) => (
          <li key={part} data-none={counts[part] === 0 || undefined}>
            <button type="button" className={classes.entry} onClick={() => onOpen(part)} disabled={counts[part] === 0}>
              <b>
                <i data-part={part} />
                {formats.number(counts[part])}
              </b>
              <span>{say(`retention.outcome.${part}`)}</span>
            </button>
            <Definition of={part} />
          </li>
        ))}
      </ul>
    </div>
  )
}
