import { recordAudit } from '../audit/index.ts'
import { forgetBonuses } from '../bonuses/index.ts'
import { eraseClients, findLongAway } from '../book/index.ts'
import { forgetCalls } from '../calls/index.ts'
import { forgetCampaigns } from '../campaigns/index.ts'
import { forgetChannels } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { forgetGroups } from '../groups/index.ts'
import { forgetStoredFiles, type ImportDeps } from '../imports/index.ts'
import { forgetLinks } from '../links/index.ts'
import { forgetSurveys } from '../surveys/index.ts'
import { readWorkspace } from '../workspace/index.ts'

const CLIENTS_AT_ONCE = 500

/** The day since which a client must have come or booked for their contacts to be kept. */
function dayBefore(now: Temporal.Instant, timeZone: string, months: number): string {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ months }).toString()
}

/** Clients whose contacts a retention period of so many months would take away now. */
export async function countLongAway(scope: WorkspaceScope, months: number, now: Temporal.Instant): Promise<number> {
  const { timeZone } = await readWorkspace(scope)
  return (await findLongAway(scope, dayBefore(now, timeZone, months))).length
}

/**
 * Erases the clients who have not come for as long as the workspace keeps contacts; none where it keeps them without
 * end. Answers how many. Run again it does nothing, and after a stop it goes on.
 */
export function eraseLongAway(
  scope: WorkspaceScope,
  deps: Pick<ImportDeps, 'folder'>,
  now: Temporal.Instant,
): Promise<number> {
  // an import in the middle has clients whose visits are still to come
  return scope.exclusively(async () => {
    const { settings, timeZone } = await readWorkspace(scope)
    const months = settings.eraseAfterMonths
    if (months === null) return 0
    const ids = await findLongAway(scope, dayBefore(now, timeZone, months))
    for (let from = 0; from < ids.length; from += CLIENTS_AT_ONCE) {
      await scope.transaction(async (inner) => {
        const some = ids.slice(from, from + CLIENTS_AT_ONCE)
        const erased = await eraseClients(inner, some)
        const clients = erased.length
        await forgetCampaigns(inner, some)
        await forgetLinks(inner, some)
        await forgetSurveys(inner, some)
        await forgetChannels(inner, some)
        await forgetBonuses(inner, erased)
        await forgetGroups(inner, some)
        await forgetCalls(inner, some)
        const event = { action: 'retention.erased', details: { clients, months } } as const
        if (clients > 0) await recordAudit(inner, { kind: 'system' }, event)
      })
    }
    if (ids.length > 0) await forgetStoredFiles(scope, deps)
    return ids.length
  })
}
