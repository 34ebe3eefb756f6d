import type { ErrorCode, ErrorDetails } from '../errors.ts'
import type { DataQuality, Reject } from '../intake/parsed-book.ts'

export const IMPORT_STATES = [
  'uploading',
  'inspecting',
  'ready',
  'storing',
  'done',
  'cancelling',
  'cancelled',
  'undoing',
  'undone',
  'failed',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Appointments by what the import did with them, and clients it created. */
export interface ImportResult {
  created: number
  updated: number
  unchanged: number
  clientsCreated: number
}

export interface ImportFailure {
  code: ErrorCode
  details: ErrorDetails
}

export type ImportOptions = Record<string, unknown>
export interface ImportInspection {
  quality: DataQuality
  rejects: Reject[]
  rejectCount: number
}
