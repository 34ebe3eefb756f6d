import { isService, type Salon } from './line.ts'

/**
 * Share of all appointments with a client whose booking time is known (§4 asks for 80 %); `null` without any.
 * Products stay out of every rate, and a refund is no appointment.
 */
export function knownBookedShare(salon: Salon): number | null {
  const appointments = new Map(
    salon.lines
      .filter((line) => line.client !== null && isService(salon, line))
      .map((line) => [line.appointmentId, line.bookedDay !== null]),
  )
  if (appointments.size === 0) return null
  return [...appointments.values()].filter((known) => known).length / appointments.size
}
