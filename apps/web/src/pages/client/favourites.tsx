import type { Appointment } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './client.module.css'

interface Props {
  title: string
  appointments: readonly Appointment[]
  of: 'staff' | 'service'
}

const SHOWN = 6

/** With whom or for what the client came, by the number of days. */
export function Favourites({ title, appointments, of }: Props) {
  const { say } = useWords()
  const { asOf } = useWorkspace()
  const days = new Map<string, Set<string>>()
  for (const { day, status, lines } of appointments) {
    if (status === 'cancelled' || status === 'no_show' || day > asOf) continue
    for (const line of lines) {
      if (line.product) continue
      const name = line[of] || say(`retention.table.nameless.${of}`)
      days.set(name, (days.get(name) ?? new Set()).add(day))
    }
  }
  const ranked = [...days].map(([name, set]) => ({ name, visits: set.size })).sort((a, b) => b.visits - a.visits)
  const most = ranked[0]?.visits
  if (most === undefined) return null
  return (
    <Card label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.favourites}>
        {ranked.slice(0, SHOWN).map(({ name, visits }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{say('common.visits', { count: visits })}</span>
            <i style={{ width: `${(visits / most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
