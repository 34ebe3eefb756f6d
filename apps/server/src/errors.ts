/** Every way a request can fail, with the HTTP status it answers. The sentences for people are in error-texts.ts. */
export const ERROR_STATUS = {
  badRequest: 400,
  badBase: 400,
  badReturn: 400,
  returnBeforeBaseEnds: 400,
  badFilter: 400,
  badAsOf: 400,
  noData: 409,
  notFound: 404,
  clientNotFound: 404,
  importNotFound: 404,
  importNotReady: 409,
  importRunning: 409,
  nothingToUndo: 409,
  uploadTooLarge: 413,
  emptyUpload: 400,
  diskFull: 507,
  unreadableFile: 422,
  dataFolderInUse: 409,
  databaseUnavailable: 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

export interface ErrorDetails {
  file?: string
  row?: number
  column?: string
  field?: string
  value?: string
  /** code of the layer below, such as an intake error's */
  reason?: string
  address?: string
}

/** A failure a person can do something about; anything else is `internal` and goes to the log only. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status() {
    return ERROR_STATUS[this.code]
  }
}
