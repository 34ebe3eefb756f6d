import { parseDay } from '@comeback/retention'
import { useLayoutEffect, useRef } from 'react'
import type { ClientState, Day } from '../api/types.ts'
import { useWorkspace } from '../app/workspace-context.tsx'
import { useWords } from '../i18n/period-words.ts'
import classes from './gap-picture.module.css'

interface Props {
  /** ascending */
  visitDays: readonly Day[]
  expectedOn: Day | null
  state: ClientState | null
}

/** Pixels a day takes, so that the usual month between visits has room for its number. */
const DAY_WIDTH = 1.25
const EDGE = 28
const AXIS = 64
/** gaps narrower than this have no room for a number */
const ROOM = 22

/** Visits in time with the days between them; after the last one the gap that still grows, red once it is overdue. */
export function GapPicture({ visitDays, expectedOn, state }: Props) {
  const { say, formats } = useWords()
  const { asOf } = useWorkspace()
  const box = useRef<HTMLDivElement>(null)
  const shown = visitDays.slice(-40)
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth
  }, [])
  const days = shown.map((day) => parseDay(day)!)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const today = Math.max(parseDay(asOf)!, last)
  const expected = expectedOn === null ? null : parseDay(expectedOn)!
  const end = Math.max(today, Math.min(expected ?? today, today + 120))
  const scale = Math.max(DAY_WIDTH, 640 / Math.max(end - first, 1))
  const x = (day: number) => EDGE + (day - first) * scale
  const width = x(end) + EDGE + 40
  const open = today - last
  const late = expected !== null && today > expected && state !== 'booked'
  const label = say('client.gapsLabel', {
    visits: say('common.visits', { count: visitDays.length }),
    days: say('common.days', { count: open }),
  })
  return (
    <div className={classes.scroll} ref={box}>
      <p className={classes.text}>{say(shown.length > 1 ? 'client.gapsText' : 'client.oneVisit')}</p>
      <svg width={width} height={112} role="img" aria-label={label}>
        <line x1={x(first)} x2={x(last)} y1={AXIS} y2={AXIS} className={classes.axis} />
        <line x1={x(last)} x2={x(today)} y1={AXIS} y2={AXIS} className={late ? classes.late : classes.waiting} />
        {days.slice(1).map((day, index) => {
          const gap = day - days[index]!
          if (gap * scale < ROOM) return null
          return (
            <text key={day} x={(x(day) + x(days[index]!)) / 2} y={AXIS - 10} className={classes.gap}>
              {gap}
            </text>
          )
        })}
        {days.map((day, index) => (
          <circle key={day} cx={x(day)} cy={AXIS} r={6} className={classes.visit}>
            <title>{formats.date(shown[index]!)}</title>
          </circle>
        ))}
        {days.map((day, index) =>
          index === 0 || index === days.length - 1 ? (
            <text
              key={day}
              x={x(day)}
              y={AXIS + 24}
              className={classes.date}
              textAnchor={index === 0 ? 'start' : 'middle'}
            >
              {formats.shortDate(shown[index]!)}
            </text>
          ) : null,
        )}
        {expected !== null && expected <= end && (
          <g>
            <line x1={x(expected)} x2={x(expected)} y1={AXIS - 26} y2={AXIS + 10} className={classes.expected} />
            <text x={x(expected)} y={AXIS - 32} className={classes.date}>
              {say('client.gapExpected', { date: formats.shortDate(expectedOn!) })}
            </text>
          </g>
        )}
        {open > 0 && (
          <g>
            <line x1={x(today)} x2={x(today)} y1={AXIS - 9} y2={AXIS + 9} className={classes.today} />
            <text x={x(today) + 6} y={AXIS + 42} textAnchor="end" className={late ? classes.lateText : classes.date}>
              {say('client.gapToday', { days: say('common.days', { count: open }) })}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}
