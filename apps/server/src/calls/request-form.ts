import { z } from 'zod'
import { PARTS_OF_DAY, type Wish } from './tables.ts'

/** Days from today that can be asked for. */
export const DAYS_AHEAD = 30

const line = (max: number) => z.string().trim().max(max).catch('')

const Form = z.object({
  key: z.string().regex(/^[0-9A-Za-z]{14}$/),
  name: line(80),
  phone: line(40),
  staff: line(200),
  service: line(200),
  day: line(10),
  part: z.enum(PARTS_OF_DAY).catch('any'),
  comment: z.string().trim().catch(''),
  /** filled in by programs that fill in everything: people do not see it */
  website: line(200),
})

export interface SentForm {
  key: string
  name: string
  phone: string
  wish: Wish
  isFromProgram: boolean
}

const LONGEST_COMMENT = 500

/**
 * Reads what a form was sent with; `null` when it is not one of ours. What is too long is cut, what makes no sense is left
 * open: a person's request is not lost for it.
 */
export function readForm(body: Record<string, unknown>, today: string): SentForm | null {
  const read = Form.safeParse(body)
  if (!read.success) return null
  const { key, name, phone, staff, service, day, part, comment, website } = read.data
  const isOffered = daysOffered(today).includes(day)
  return {
    ...{ key, name, phone, isFromProgram: website !== '' },
    wish: { staff, service, day: isOffered ? day : '', part, comment: comment.slice(0, LONGEST_COMMENT) },
  }
}

/** The days that can be asked for, as ISO dates. */
export function daysOffered(today: string): string[] {
  const from = Temporal.PlainDate.from(today)
  return Array.from({ length: DAYS_AHEAD }, (_, days) => from.add({ days }).toString())
}
