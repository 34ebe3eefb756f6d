/** One line of an appointment, as a row of the canonical visit file reads. Days are day integers, `null` is unknown. */
export interface Line {
  /** `null`: a walk-in without an identity */
  client: number | null
  appointmentId: number
  day: number
  /** minutes after local midnight */
  start: number
  status: 'blank' | 'completed' | 'scheduled' | 'cancelled' | 'no_show'
  bookedDay: number | null
  cancelledDay: number | null
  staff: string | null
  service: string | null
  category: string | null
  location: string | null
  source: string | null
  bookedBy: string | null
  /** price − discount in minor units, `null` when the price is unknown */
  revenue: number | null
  product: boolean
}

/** A salon's file and how it is read: everything a measure needs beside its own question. */
export interface Salon {
  /** in the order of the file */
  lines: Line[]
  /** rule 3: what a blank or scheduled appointment of the past counts as */
  pastScheduled: 'completed' | 'ignored'
}

export function appointmentOf(salon: Salon, line: Line): Line[] {
  return salon.lines.filter((other) => other.appointmentId === line.appointmentId)
}

/** An appointment of nothing but negative revenue is a refund, not a visit. */
export function isRefund(appointment: Line[]): boolean {
  return appointment.every((line) => line.revenue !== null && line.revenue < 0)
}

/** Product lines make no visit and refunds are none: what is left is a service somebody came, or was to come, for. */
export function isService(salon: Salon, line: Line): boolean {
  return !line.product && !isRefund(appointmentOf(salon, line))
}

/** Rule 3: completed, or of the past with nothing said against it. The as-of date is the caller's to check. */
export function tookPlace(salon: Salon, line: Line): boolean {
  if (line.status === 'completed') return true
  return (line.status === 'blank' || line.status === 'scheduled') && salon.pastScheduled === 'completed'
}
