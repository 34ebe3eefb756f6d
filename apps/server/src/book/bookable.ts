import type { ParsedBook } from '../intake/parsed-book.ts'
import { appointmentIds } from './appointment-ids.ts'

/** A parsed book ready to be stored: ids instead of the appointments' keys, so it passes between threads cheaply. */
export interface Bookable extends Omit<ParsedBook, 'appointmentKey'> {
  /** 16 bytes an appointment */
  appointmentIds: Uint8Array<ArrayBuffer>
}

export function bookable({ appointmentKey, ...book }: ParsedBook): Bookable {
  return { ...book, appointmentIds: appointmentIds(appointmentKey) }
}
