import type { Day, Workspace } from '../api/types.ts'

/** Swedes write days as ISO does. */
const isoIn = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone })

/** The salon's own day: in a practice salon the one it has been played on to, else what the salon's clocks say. */
export function salonToday({ practiceDay, timeZone }: Pick<Workspace, 'practiceDay' | 'timeZone'>): Day {
  return practiceDay ?? isoIn(timeZone).format(new Date())
}

/** The salon's day on which something happened. */
export const dayIn = (instant: string, timeZone: string): Day => isoIn(timeZone).format(new Date(instant))

/** So many days after a local day. */
export function daysAfter(day: Day, days: number): Day {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}
