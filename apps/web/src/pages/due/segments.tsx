import type { Risk } from '../../api/types.ts'
import { Definition, type Term } from '../../components/definition.tsx'
import { useForecastFigures } from '../../components/people/forecast-figures.ts'
import { useForecast } from '../../components/people/use-forecast.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './due.module.css'
import { SEGMENTS, type Segment } from './due-search.ts'
import { useDue } from './use-due.ts'
import { useSegmentName } from './use-segment-name.ts'

const TERMS: Record<Segment, Term> = { week: 'dueThisWeek', due: 'dueNow', atRisk: 'dueAtRisk', longOverdue: 'dueLong' }

/** How many people a list has and what they are expected to bring. */
export function shareOf(risk: Risk, segment: Segment): Pick<Risk['dueThisWeek'], 'clients' | 'value12m'> {
  if (segment === 'week') return risk.dueThisWeek
  return risk.states.find(({ state }) => state === segment) ?? { clients: 0, value12m: null }
}

/** The lists side by side, each a button that opens it. */
export function Segments({ risk, stale }: { risk: Risk | undefined; stale: boolean }) {
  const { say, formats } = useWords()
  const figures = useForecastFigures()
  const nameOf = useSegmentName(risk)
  const { segment: open, change } = useDue()
  const amounts = !useForecast().withheld
  return (
    <ul className={classes.segments} aria-label={say('due.segments')} aria-busy={stale}>
      {SEGMENTS.map((segment) => {
        const share = risk && shareOf(risk, segment)
        return (
          <li
            key={segment}
            className={classes.segment}
            data-segment={segment}
            data-open={open === segment || undefined}
          >
            <button
              type="button"
              aria-pressed={open === segment}
              onClick={() =>
                change({
                  list: segment === 'due' ? undefined : segment,
                  q: undefined,
                  sort: undefined,
                  desc: undefined,
                })
              }
            >
              <span className={classes.segmentName}>{nameOf(segment)}</span>
              <b>{share ? (share.clients === 0 ? say('due.nobody') : formats.number(share.clients)) : ' '}</b>
              {amounts && (
                <small>
                  {share && share.clients > 0 && share.value12m !== null
                    ? say('due.atStake', { value: figures.value(share.value12m) })
                    : ' '}
                </small>
              )}
            </button>
            <span className={classes.segmentTerm}>
              <Definition of={TERMS[segment]} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
