import { NO_DAY } from './calendar.ts'
import { type AppointmentCounts, type LineTable, STATUSES } from './visits.ts'

const CANCELLED = STATUSES.indexOf('cancelled')
const NO_SHOW = STATUSES.indexOf('no_show')

/**
 * Counts the appointments with a client, each once, and the share of them whose booking time is known (NaN when there
 * are none); `service`: 1 for lines of services that are no refunds.
 */
export function countAppointments(lines: LineTable, service: Uint8Array) {
  const { first, last } = daysOf(lines, service)
  const byDay = () => new Uint32Array(first === NO_DAY ? 0 : last - first + 1)
  const appointments: AppointmentCounts = { firstDay: first, all: byDay(), cancelled: byDay(), noShow: byDay() }
  const seen = new Uint8Array(lines.length)
  let all = 0
  let known = 0
  for (let line = 0; line < lines.length; line++) {
    const appointment = lines.appointment[line]!
    if (lines.client[line]! < 0 || service[line] === 0 || seen[appointment] === 1) continue
    seen[appointment] = 1
    all++
    if (lines.bookedDay[line] !== NO_DAY) known++
    const day = lines.day[line]! - first
    appointments.all[day]!++
    if (lines.status[line] === CANCELLED) appointments.cancelled[day]!++
    if (lines.status[line] === NO_SHOW) appointments.noShow[day]!++
  }
  return { appointments, knownBookedShare: known / all }
}

function daysOf({ client, day, length }: LineTable, service: Uint8Array) {
  let first = NO_DAY
  let last = NO_DAY
  for (let line = 0; line < length; line++) {
    if (client[line]! < 0 || service[line] === 0) continue
    if (first === NO_DAY || day[line]! < first) first = day[line]!
    if (day[line]! > last) last = day[line]!
  }
  return { first, last }
}
