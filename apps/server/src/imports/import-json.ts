import type { z } from '@hono/zod-openapi'
import type { InspectedFile } from './import.ts'
import type { ImportAnswer } from './schemas.ts'
import type { ImportRow } from './tables.ts'

/** An import as the API tells it. */
export function importJson(row: ImportRow): z.infer<typeof ImportAnswer> {
  const { id, fileName, size, state, done, total, createdAt, error, inspected, result } = row
  return {
    id,
    fileName,
    size,
    state,
    progress: done === null || total === null ? null : { done, total },
    createdAt: createdAt.toISOString(),
    error: error && { ...error, details: { ...error.details } },
    inspection: inspected && inspectionJson(inspected, row),
    result: state === 'done' || state === 'undoing' || state === 'undone' ? result : null,
  }
}

function inspectionJson(
  { inspection, quality, headline, rejects, rejectCount }: InspectedFile,
  { options }: ImportRow,
) {
  const settings = { ...inspection.settings, pastScheduled: options.pastScheduled }
  return { ...inspection, settings, quality, headline, rejects, rejectCount }
}
