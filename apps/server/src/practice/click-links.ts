import { type Day, formatDay } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { countClick, linkSentTo } from '../links/index.ts'
import type { SourceKind } from '../messages/index.ts'

/** A client opens the link that something sent them. */
export interface Click {
  clientId: number
  source: { kind: SourceKind; id: string }
  on: Day
}

/** Counts clicks as the address in the message would, at noon of their days. Texts without a link have none to open. */
export async function clickLinks(scope: WorkspaceScope, clicks: readonly Click[]): Promise<void> {
  for (const { clientId, source, on } of clicks) {
    const link = await linkSentTo(scope, source, clientId)
    if (link) await countClick(link, new Date(`${formatDay(on)}T12:00:00Z`))
  }
}
