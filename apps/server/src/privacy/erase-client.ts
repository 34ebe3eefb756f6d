import { recordAudit } from '../audit/index.ts'
import { forgetBonuses } from '../bonuses/index.ts'
import { eraseClients, findContacts } from '../book/index.ts'
import { forgetCalls } from '../calls/index.ts'
import { forgetCampaigns } from '../campaigns/index.ts'
import { forgetChannels } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { forgetGroups } from '../groups/index.ts'
import type { Who } from '../http/who.ts'
import { forgetStoredFiles, type ImportDeps } from '../imports/index.ts'
import { forgetLinks } from '../links/index.ts'
import { forgetSurveys } from '../surveys/index.ts'

/**
 * Erases a client at their request; the second time nothing happens. Throws `clientNotFound`. Numbers stay as they
 * were: visits keep a client without a name.
 */
export async function eraseClient(
  scope: WorkspaceScope,
  deps: Pick<ImportDeps, 'folder'>,
  who: Who,
  clientId: number,
): Promise<void> {
  if (!(await findContacts(scope, [clientId])).has(clientId)) {
    throw new AppError('clientNotFound', { value: String(clientId) })
  }
  await scope.transaction(async (inner) => {
    const [erased] = await eraseClients(inner, [clientId])
    await forgetChannels(inner, [clientId])
    await forgetCampaigns(inner, [clientId])
    await forgetLinks(inner, [clientId])
    await forgetSurveys(inner, [clientId])
    await forgetBonuses(inner, erased ? [erased] : [])
    await forgetGroups(inner, [clientId])
    await forgetCalls(inner, [clientId])
    if (erased) await recordAudit(inner, who, { action: 'client.erased', subject: `client:${erased}` })
  })
  // the second time too: the process may have ended here the first time
  await forgetStoredFiles(scope, deps)
}
