import type { ErrorCode, ErrorDetails } from '../errors.ts'
import type { DataQuality, Headline, Inspection, IntakeOptions, Reject } from '../intake/index.ts'
import type { WorkspaceSettings } from '../workspace/index.ts'

/**
 * uploading → inspecting ⇄ ready → storing → done → undoing → undone; storing → cancelling → cancelled or failed.
 * What is inspecting, storing, cancelling or undoing is at work; a job goes on with it, after a crash too.
 */
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

/** How to read a file: the workspace's settings until a person changes them. */
export interface ImportOptions extends Pick<IntakeOptions, 'sheet' | 'mapping' | 'dateOrder' | 'joinBy' | 'today'> {
  country: string
  currency: string
  timeZone: string
  /** whether past appointments without a status count as visits (METRICS rule 3) */
  pastScheduled: WorkspaceSettings['pastScheduled']
}

/** What a file holds; without quality while the columns are not settled. */
export interface InspectedFile {
  inspection: Inspection
  quality: DataQuality | null
  /** the rate as this file alone would give it, and what doubtful rows do to it */
  headline: Headline | null
  /** the first ones, {@link REJECTS_SHOWN} at most */
  rejects: Reject[]
  rejectCount: number
}

/** An inspection as it is stored where contacts are sealed. */
export interface SealedInspection {
  sealed: string
}

/** What is kept of an inspection when the file is stored: what it was like, and the rows that could not be used. */
export function withoutPreview<Inspected extends InspectedFile | null>(inspected: Inspected): Inspected {
  if (!inspected) return inspected
  const { inspection } = inspected
  const columns = inspection.columns.map((column) => ({ ...column, samples: [] }))
  return { ...inspected, inspection: { ...inspection, columns, preview: [] } }
}

/** What is kept of an inspection when the file is not: what it was like, and none of its rows. */
export function withoutRows<Inspected extends InspectedFile | null>(inspected: Inspected): Inspected {
  return inspected && { ...withoutPreview(inspected), rejects: [] }
}

export const REJECTS_SHOWN = 100

/** Appointments of the file by what storing them did, and clients created. */
export interface ImportResult {
  created: number
  updated: number
  unchanged: number
  clientsCreated: number
}

export const NO_RESULT: ImportResult = { created: 0, updated: 0, unchanged: 0, clientsCreated: 0 }

export interface ImportFailure {
  code: ErrorCode
  message: string
  details: ErrorDetails
}
