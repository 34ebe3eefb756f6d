import { isService, type Line, type Salon } from './line.ts'

/** Rules 2 and 3: is this line, at the end of `asOf`, part of an appointment still to come? */
function isFuture(salon: Salon, line: Line, asOf: number): boolean {
  if (line.day <= asOf || !isService(salon, line)) return false
  const booked = line.bookedDay === null || line.bookedDay <= asOf
  if (line.status === 'cancelled') return booked && line.cancelledDay !== null && line.cancelledDay > asOf
  return booked
}

/** Whether the client holds a future appointment at `asOf`. */
export function holdsFutureAppointment(salon: Salon, client: number, asOf: number): boolean {
  return salon.lines.some((line) => line.client === client && isFuture(salon, line, asOf))
}
