import { z } from 'zod'
import { LONGEST_COMMENT, type Said } from './answer-survey.ts'

const Form = z.object({
  score: z
    .string()
    .regex(/^(\d|10)$/)
    .transform(Number)
    .nullable()
    .catch(null),
  comment: z.string().trim().catch(''),
  /** filled in by programs that fill in everything: people do not see it */
  website: z.string().trim().catch(''),
})

export interface SentForm extends Omit<Said, 'score'> {
  /** `null`: none was chosen */
  score: number | null
  isFromProgram: boolean
}

/** Reads what the form was sent with; a comment that is too long is cut, so that the rest of it is not lost. */
export function readForm(body: Record<string, unknown>): SentForm {
  const { score, comment, website } = Form.parse(body)
  const cut = comment.replaceAll('\u0000', '').slice(0, LONGEST_COMMENT)
  return { score, comment: cut, isFromProgram: website !== '' }
}
