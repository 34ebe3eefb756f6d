import type { Appointment } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './client.module.css'

/** Appointments from the newest, the future ones first, cancelled ones and no-shows crossed out. */
export function History({ appointments }: { appointments: readonly Appointment[] }) {
  const { say } = useWords()
  const { today } = useWorkspace()
  if (appointments.length === 0) return <p className={classes.year}>{say('client.noHistory')}</p>
  const groups = new Map<string, Appointment[]>()
  for (const appointment of appointments) {
    const title = appointment.day > today ? say('client.future') : appointment.day.slice(0, 4)
    groups.set(title, [...(groups.get(title) ?? []), appointment])
  }
  return [...groups].map(([title, list]) => (
    <section key={title}>
      <h3 className={classes.year} style={{ margin: 0 }}>
        {title}
      </h3>
      <ul className={classes.history}>
        {numbered(list).map(([key, appointment]) => (
          <Entry key={key} appointment={appointment} />
        ))}
      </ul>
    </section>
  ))
}

/** Appointments and lines have no identity on the page and are never reordered: their place is their key. */
const numbered = <T,>(list: readonly T[]): [number, T][] => list.map((item, place) => [place, item])

function Entry({ appointment }: { appointment: Appointment }) {
  const { say, formats } = useWords()
  const { currency, asOf, today } = useWorkspace()
  const { day, time, status, lines, location, bookedDay } = appointment
  const gone = status === 'cancelled' || status === 'no_show'
  const known = lines.map((line) => line.revenue).filter((revenue) => revenue !== null)
  const marked = status !== 'completed' && !(status === 'blank' && day <= asOf)
  return (
    <li className={classes.appointment} data-gone={gone || undefined}>
      <span className={classes.day}>
        {formats.shortDate(day)}
        <small>{[time, location].filter(Boolean).join(' · ')}</small>
      </span>
      <div className={classes.lines}>
        {numbered(lines).map(([key, line]) => (
          <p key={key}>
            {line.service || say('retention.table.nameless.service')}{' '}
            <small>{[line.staff, line.product && say('client.product')].filter(Boolean).join(' · ')}</small>
          </p>
        ))}
        {bookedDay && day > today && <small>{say('client.bookedOn', { date: formats.shortDate(bookedDay) })}</small>}
      </div>
      <span className={classes.price}>
        {known.length > 0 &&
          formats.money(
            known.reduce((sum, revenue) => sum + revenue, 0),
            currency,
          )}
        {marked && (
          <span className={classes.status} data-status={status}>
            {say(`client.status.${status}`)}
          </span>
        )}
      </span>
    </li>
  )
}
