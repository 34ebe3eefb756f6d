import { formatDay } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'

/** Today where the business is, `YYYY-MM-DD`; in a practice salon the day it has been played on to. */
export async function localDay(scope: WorkspaceScope, now = Temporal.Now.instant()): Promise<string> {
  return formatDay(todayOf(await readWorkspace(scope), now))
}
