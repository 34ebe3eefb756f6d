import type { Status } from '@comeback/retention'
import type { Location, Master } from './masters.ts'
import type { Moment } from './salon-time.ts'

export interface AppointmentLine {
  service: string
  category: string
  master: Master
  start: Moment
  /** 0 for a product */
  minutes: number
  /** UAH; `null` when it was not written down */
  price: number | null
  /** UAH off the price */
  discount: number
  product: boolean
}

export const BOOKED_BY = ['Онлайн', 'Адміністратор', 'Майстер'] as const

export interface Appointment {
  start: Moment
  location: Location
  status: Status
  /** `null` when nobody noted it */
  bookedAt: Moment | null
  /** `null` when not cancelled, or when nobody noted it */
  cancelledAt: Moment | null
  bookedBy: (typeof BOOKED_BY)[number]
  /** whether the client asked for this master; `null` when nobody noted it */
  requested: boolean | null
  lines: AppointmentLine[]
}

/** When the last service of an appointment ends. */
export function endOf(appointment: Appointment): Moment {
  const last = appointment.lines.findLast((line) => !line.product)!
  return last.start + last.minutes
}
