import type { Day } from '@comeback/retention'
import type { SendingChannel } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import type { linksFor } from '../links/index.ts'
import type { OpenedSender } from '../messages/index.ts'
import type { Columns } from '../reports/columns.ts'

type LinkTarget = Parameters<typeof linksFor>[1]['target']
type LinkSource = { kind: 'campaign' | 'survey'; id: string }

/** What campaigns ask of the parts below them. Whatever takes a scope does all its work through it. */
export interface CampaignPorts {
  membersOf(scope: WorkspaceScope, columns: Columns, groupId: string, asOf: Day): Promise<number[]>
  /** the day since when whoever has come is not meant any more; `null`: it does not matter */
  awayOn(scope: WorkspaceScope, groupId: string): Promise<Day | null>
  accrueTo(
    scope: WorkspaceScope,
    gift: { clientIds: number[]; points: number; reason: string; expiresOn: string; key: string; who: Who },
  ): Promise<{ accrued: number }>
  balancesOf(scope: WorkspaceScope, clientIds: number[] | null, on: string): Promise<Map<number, number>>
  redeemedOf(
    scope: WorkspaceScope,
    key: string,
    from: string,
    to: string,
  ): Promise<{ clientId: number; points: number; minor: number }[]>
  /** what is lost if it is not used, by the last day it can be */
  expiringBetween(
    scope: WorkspaceScope,
    from: string,
    to: string,
    clientIds?: readonly number[] | null,
  ): Promise<{ clientId: number; points: number; on: string }[]>
  openSender(scope: WorkspaceScope, channel: SendingChannel): Promise<OpenedSender | null>
  addressesOf(scope: WorkspaceScope, clientIds: number[]): Promise<Map<number, Partial<Record<SendingChannel, string>>>>
  linksFor(
    scope: WorkspaceScope,
    asked: { source: LinkSource; clientIds: number[]; target: LinkTarget },
  ): Promise<Map<number, string>>
  /** where links lead when a campaign does not say otherwise */
  bookingTarget(scope: WorkspaceScope): Promise<LinkTarget>
  clicksOf(
    scope: WorkspaceScope,
    kind: LinkSource['kind'],
    ids: readonly string[],
  ): Promise<{ sourceId: string; clientId: number }[]>
  unsubscribeLinksFor(scope: WorkspaceScope, clientIds: number[], channel: SendingChannel): Promise<Map<number, string>>
}
