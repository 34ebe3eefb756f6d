import type { Who } from '../http/who.ts'

/** Everything the log of actions tells of. */
export const AUDIT_ACTIONS = [
  'people.exported',
  'tables.exported',
  'log.exported',
  'settings.changed',
  'copy.released',
  'date.confirmed',
  'member.invited',
  'invitation.withdrawn',
  'member.joined',
  'member.changed',
  'member.removed',
  'key.made',
  'key.revoked',
  'webhook.made',
  'webhook.changed',
  'webhook.secretChanged',
  'webhook.removed',
  'channel.changed',
  'channel.removed',
  'channel.tested',
  'group.made',
  'group.changed',
  'group.removed',
  'import.confirmed',
  'import.undone',
  'client.changed',
  'client.exported',
  'client.erased',
  'consent.changed',
  'booking.changed',
  'calls.put',
  'call.decided',
  'call.undone',
  'retention.changed',
  'retention.erased',
  'bonuses.given',
  'bonuses.redeemed',
  'bonuses.reversed',
  'bonuses.expired',
  'bonusRules.changed',
  'campaign.made',
  'campaign.removed',
  'campaign.sent',
  'campaign.approvalAsked',
  'campaign.approved',
  'campaign.launched',
  'campaign.paused',
  'campaign.resumed',
  'campaign.stopped',
  'campaign.sentAgain',
  'campaign.tested',
  'campaign.settings',
  'automation.made',
  'automation.changed',
  'automation.on',
  'automation.off',
  'automation.wrote',
  'automation.tested',
  'automation.removed',
  'plan.changed',
  'workspace.suspended',
  'workspace.resumed',
] as const
/** What hosts do to a workspace, which its own people see. */
export const HOST_ACTIONS = ['plan.changed', 'workspace.suspended', 'workspace.resumed'] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Strangers look at the demo salon only, where nothing is noted. */
export const AUDIT_WHO = ['user', 'apiKey', 'commandLine', 'system'] as const satisfies Who['kind'][]
export type AuditWho = (typeof AUDIT_WHO)[number]

type Plain = string | number | boolean | null | string[]

/** A value before and after a change. */
export interface Change {
  from: Plain | Record<string, number>
  to: Plain | Record<string, number>
}

/** Facts about an action; never a client's name, phone or e-mail. */
export type AuditDetails = Record<string, Plain | Change>

/** What happened; see tables.ts for `subject`. */
export interface AuditEvent {
  action: AuditAction
  subject?: string
  details?: AuditDetails
}
