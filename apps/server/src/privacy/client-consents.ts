import { CHANNELS, findConsents, mayContact, PURPOSES, standingConsent } from '../consent/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace } from '../workspace/index.ts'

/** What a client agreed to, channel by channel, and how that came about, the newest first. */
export async function clientConsents(scope: WorkspaceScope, clientId: number) {
  const history = (await findConsents(scope, [clientId])).get(clientId) ?? []
  const { settings } = await readWorkspace(scope)
  return {
    standing: PURPOSES.flatMap((purpose) =>
      CHANNELS.map((channel) => ({
        channel,
        purpose,
        granted: standingConsent(history, channel, purpose)?.granted ?? null,
        mayContact: mayContact(history, channel, purpose, settings),
      })),
    ),
    history: history
      .toReversed()
      .map(({ at, whoName, ...entry }) => ({ ...entry, at: at.toISOString(), who: whoName })),
  }
}
