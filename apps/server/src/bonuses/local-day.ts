import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace } from '../workspace/index.ts'

/** Today where the business is, `YYYY-MM-DD`. */
export async function localDay(scope: WorkspaceScope, now = Temporal.Now.instant()): Promise<string> {
  const { timeZone } = await readWorkspace(scope)
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
