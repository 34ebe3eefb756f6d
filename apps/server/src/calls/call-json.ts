import type { Who } from '../http/who.ts'
import { type Actor, canSeeContacts } from '../permissions.ts'
import { holderNow, holderOf } from './change-call.ts'
import type { FoundCall } from './find-calls.ts'

/** An entry as the API tells it to somebody: to a program without the scope for contacts, without them. */
export function callJson(call: FoundCall, { actor, who }: { actor: Actor; who: Who }, now = new Date()) {
  const { id, clientId, source, reason, script, wish, staff, service, lastVisit, daysSince } = call
  const { state, outcome, dueOn, tries, note, createdAt, createdName, changedAt, changedName, revision, canUndo } = call
  const seen = canSeeContacts(actor)
  const holder = holderNow(call, now)
  return {
    ...{ id, clientId, source, reason, script, wish, staff, service, lastVisit, daysSince },
    name: seen ? call.clientName : '',
    phone: seen ? call.clientPhone : '',
    externalId: seen ? call.externalId : '',
    ...{ state, outcome, dueOn, tries, note, revision, canUndo },
    takenBy: holder?.name ?? null,
    takenByMe: holder?.by === holderOf(who),
    createdAt: createdAt.toISOString(),
    createdBy: createdName,
    changedAt: changedAt.toISOString(),
    changedBy: changedName,
  }
}
