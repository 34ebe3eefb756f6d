import { DEFAULT_REGULAR_FROM_VISIT, DEFAULT_THRESHOLDS } from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'

export const PAST_SCHEDULED = ['completed', 'ignored'] as const

const times = z.number().gt(0).max(20)

export const Thresholds = z
  .object({ active: times, due: times, atRisk: times })
  .refine(({ active, due, atRisk }) => active < due && due < atRisk, 'each must be above the one before')
  .openapi({ description: 'Times the expected gap up to which a client is in rhythm, due, at risk' })

/** Whole months, from one year to ten: shorter periods would take clients away who come once a year. */
export const eraseAfterMonths = z.number().int().min(12).max(120)

/** What a business decides about its own numbers; each has the default of METRICS. */
export const Settings = z
  .object({
    pastScheduled: z
      .enum(PAST_SCHEDULED)
      .openapi({ description: 'Whether past appointments nobody marked count as visits (rule 3)' }),
    regularFromVisit: z.number().int().min(2).max(50).openapi({ description: 'The visit that makes a client regular' }),
    thresholds: Thresholds,
    eraseAfterMonths: eraseAfterMonths
      .nullable()
      .openapi({ description: 'Contacts of clients who have not come for so long are erased; null: never' }),
    softOptIn: z.boolean().openapi({ description: 'Clients may be written to until they object, without a consent' }),
  })
  .openapi('WorkspaceSettings')

export type WorkspaceSettings = z.infer<typeof Settings>

const DEFAULTS: WorkspaceSettings = {
  pastScheduled: 'completed',
  regularFromVisit: DEFAULT_REGULAR_FROM_VISIT,
  thresholds: DEFAULT_THRESHOLDS,
  eraseAfterMonths: null,
  softOptIn: false,
}

/** A workspace's own row with its settings completed. */
export async function readWorkspace({ db, workspaceId }: WorkspaceScope) {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  if (!row) throw new Error(`no workspace ${workspaceId}`)
  return { ...row, settings: { ...DEFAULTS, ...(row.settings as Partial<WorkspaceSettings>) } }
}
