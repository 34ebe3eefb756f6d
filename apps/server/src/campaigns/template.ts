// Texts with fields: `Вітаємо, {{firstName|друже}}!`. Runs in the page too, for the preview and the errors as one types.

/** What a text may say of the client, the salon and the gift. */
export const FIELDS = [
  'firstName',
  'salon',
  'bonuses',
  'bonusExpires',
  'expiring',
  'lastMaster',
  'lastService',
  'daysSince',
  'link',
  'survey',
] as const
export type Field = (typeof FIELDS)[number]

/** Texts of the fields as one client gets them; '' when there is none. */
export type FieldValues = Record<Field, string>

export type TemplatePart = { text: string } | { field: Field; fallback: string }

/** A field nobody knows, or braces that do not close; `field` is what stands there. */
export interface TemplateProblem {
  kind: 'unknownField' | 'notClosed'
  field: string
}

export interface Template {
  parts: TemplatePart[]
  problems: TemplateProblem[]
}

/** Reads a text with fields `{{name}}` or `{{name|what to say without it}}`. Never throws: problems are listed. */
export function readTemplate(text: string): Template {
  const parts: TemplatePart[] = []
  const problems: TemplateProblem[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{{', at)
    if (open < 0) break
    if (open > at) parts.push({ text: text.slice(at, open) })
    const close = text.indexOf('}}', open)
    if (close < 0) {
      problems.push({ kind: 'notClosed', field: text.slice(open, open + 30) })
      return { parts, problems }
    }
    const [name = '', ...rest] = text.slice(open + 2, close).split('|')
    const field = FIELDS.find((each) => each === name.trim())
    if (field) parts.push({ field, fallback: rest.join('|') })
    else problems.push({ kind: 'unknownField', field: name.trim() })
    at = close + 2
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return { parts, problems }
}

/** The text as one client gets it. */
export function fillIn({ parts }: Template, values: FieldValues): string {
  return parts.map((part) => ('text' in part ? part.text : values[part.field] || part.fallback)).join('')
}

/** Fields of a text that a client without a value leaves empty. */
export function bareFields({ parts }: Template): Field[] {
  const bare = parts.flatMap((part) => ('field' in part && part.fallback === '' ? [part.field] : []))
  return [...new Set(bare)]
}

/** Whether a text uses a field. */
export function uses({ parts }: Template, field: Field): boolean {
  return parts.some((part) => 'field' in part && part.field === field)
}
