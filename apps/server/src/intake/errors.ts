/** Every way a whole file can be unusable. What is wrong with single rows is a reject instead. */
export const INTAKE_ERROR_CODES = [
  'fileNotFound',
  'emptyFile',
  'notAVisitFile',
  'noHeader',
  'noRows',
  'missingColumns',
  'ambiguousColumns',
  'badMapping',
  'badSetting',
  'nothingUsable',
  'unclosedQuote',
  'tooManyColumns',
  'tooManyRows',
  'fileTooLarge',
  'unreadableWorkbook',
  'encryptedWorkbook',
  'oldWorkbook',
  'workbookTooLarge',
  'sheetNotFound',
  'otherFormat',
  'severalFiles',
  'nestedArchive',
  'tooMuchToRead',
] as const
export type IntakeErrorCode = (typeof INTAKE_ERROR_CODES)[number]

export interface IntakeErrorDetails {
  /** name of the file, without its folder */
  file?: string
  /** 1-based row of the file */
  row?: number
  /** header as it stands in the file; several when they compete */
  column?: string
  columns?: string[]
  /** of `nothingUsable` the code of the commonest reject */
  field?: string
  /** fields no column was found for */
  fields?: string[]
  value?: string
  limit?: number
  sheets?: string[]
}

/** A file that cannot be read as it is. `describe` turns it into a sentence that says what to do. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode
  readonly details: IntakeErrorDetails

  constructor(code: IntakeErrorCode, details: IntakeErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'IntakeError'
    this.code = code
    this.details = details
  }

  /** The same error naming the file it happened in. */
  in(file: string): IntakeError {
    return new IntakeError(this.code, { file, ...this.details })
  }
}
