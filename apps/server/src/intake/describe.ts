import type { IntakeError } from './errors.ts'
import { type Field, isField } from './fields.ts'
import { en } from './messages/en.ts'
import { ru } from './messages/ru.ts'
import type { RejectSentence, Sentences } from './messages/sentences.ts'
import { uk } from './messages/uk.ts'
import { REJECT_CODES, type Reject } from './parsed-book.ts'

export type IntakeLanguage = 'uk' | 'ru' | 'en'

const LANGUAGES: Record<IntakeLanguage, Sentences> = { uk, ru, en }

/** What is wrong with the file and what to do, in one or two sentences naming file, row and column where there are. */
export function describe({ code, details }: Pick<IntakeError, 'code' | 'details'>, language: IntakeLanguage): string {
  const sentences = LANGUAGES[language]
  const { columns = [], fields = [], sheets = [], field = '', ...rest } = details
  const nameOf = (each: string) => (isField(each) ? sentences.fields[each] : each)
  const reject = REJECT_CODES.find((each) => code === 'nothingUsable' && each === field)
  const { row = 0, value = '', column = null } = rest
  return sentences.errors[code]({
    file: '',
    ...rest,
    because: reject ? because({ code: reject, row, value, column }, language) : '',
    field: nameOf(field),
    columns: columns.join(', '),
    fields: fields.map(nameOf).join(', '),
    sheets: sheets.join(', '),
  })
}

function because(reject: Reject, language: IntakeLanguage): string {
  const { reason, remedy } = describeReject(reject, language)
  return `${reject.column ? `${reject.column}: ` : ''}${reason} ${remedy}`
}

/** Why a row was left out and what to do about it. */
export function describeReject({ code, value, otherRow }: Reject, language: IntakeLanguage): RejectSentence {
  const sentences = LANGUAGES[language]
  return sentences.rejects[code]({ value, otherRow, statuses: Object.values(sentences.statuses).join(', ') })
}

export function fieldName(field: Field, language: IntakeLanguage): string {
  return LANGUAGES[language].fields[field]
}

/** Headers of the columns put before the original ones in a file of rejects. */
export function rejectColumns(language: IntakeLanguage): Sentences['rejectColumns'] {
  return LANGUAGES[language].rejectColumns
}
