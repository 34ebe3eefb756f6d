import { parseDay } from '@comeback/retention'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { ClientState, Day } from '../api/types.ts'
import { useWorkspace } from '../app/workspace-context.tsx'
import { useWords } from '../i18n/period-words.ts'
import { EDGE, layOutGaps } from './gap-layout.ts'
import classes from './gap-picture.module.css'

interface Props {
  /** ascending */
  visitDays: readonly Day[]
  expectedOn: Day | null
  state: ClientState | null
}

const AXIS = 58
const SHOWN = 40

/** Visits in time with the days between them; after the last one the gap that still grows, red once it is overdue. */
export function GapPicture({ visitDays, expectedOn, state }: Props) {
  const { say, formats } = useWords()
  const { asOf, daysBehind } = useWorkspace()
  const { ref, width: room } = useElementSize()
  const scroll = useRef<HTMLDivElement>(null)
  const shown = visitDays.slice(-SHOWN)
  const days = shown.map((day) => parseDay(day)!)
  const expected = expectedOn === null ? null : parseDay(expectedOn)
  const picture = layOutGaps({ days, today: parseDay(asOf)!, expected, room })
  useEffect(() => {
    if (room > 0 && scroll.current) scroll.current.scrollLeft = scroll.current.scrollWidth
  }, [room])
  if (!picture) return null
  const { visits, gaps, today, open, width } = picture
  const late = open > 0 && state !== 'booked' && state !== 'active' && state !== null
  const label = say('client.gapsLabel', {
    visits: say('common.visits', { count: visitDays.length }),
    days: say('common.days', { count: open }),
  })
  const last = visits.at(-1)!
  return (
    <div ref={ref}>
      <p className={classes.text}>{say(shown.length > 1 ? 'client.gapsText' : 'client.oneVisit')}</p>
      <div className={classes.scroll} ref={scroll}>
        <svg width={width} height={118} role="img" aria-label={label}>
          <line x1={visits[0]} x2={last} y1={AXIS} y2={AXIS} className={classes.axis} />
          <line x1={last} x2={today} y1={AXIS} y2={AXIS} className={late ? classes.late : classes.waiting} />
          {gaps.map((gap) => (
            <text key={gap.x} x={gap.x} y={AXIS - 12} className={classes.gap}>
              {gap.days}
            </text>
          ))}
          {picture.expected !== null && (
            <g>
              <line x1={picture.expected} x2={picture.expected} y1={24} y2={AXIS + 9} className={classes.expected} />
              <text
                x={picture.expected}
                y={16}
                className={classes.label}
                data-anchor={anchorOf(picture.expected, width)}
              >
                {say('client.gapExpected', { date: formats.shortDate(expectedOn!) })}
              </text>
            </g>
          )}
          {visits.map((x, index) => (
            <circle key={x} cx={x} cy={AXIS} r={6.5} className={classes.visit}>
              <title>{formats.date(shown[index]!)}</title>
            </circle>
          ))}
          <text x={last} y={AXIS + 28} className={classes.label} data-anchor={anchorOf(last, width)}>
            {formats.shortDate(shown.at(-1)!)}
          </text>
          {visits.length > 1 && last - visits[0]! > 190 && (
            <text x={visits[0]! - 7} y={AXIS + 28} className={classes.label} data-anchor="start">
              {formats.shortDate(shown[0]!)}
            </text>
          )}
          {open > 0 && (
            <g>
              <line x1={today} x2={today} y1={AXIS - 9} y2={AXIS + 9} className={classes.today} />
              <text x={today} y={AXIS + 50} className={classes.label} data-late={late || undefined} data-anchor="end">
                {say(daysBehind === 0 ? 'client.gapToday' : 'client.gapUntil', {
                  days: say('common.days', { count: open }),
                  date: formats.shortDate(asOf),
                })}
              </text>
            </g>
          )}
        </svg>
      </div>
    </div>
  )
}

/** Text near an edge grows inwards. */
function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < EDGE + 60) return 'start'
  return x > width - 90 ? 'end' : 'middle'
}
