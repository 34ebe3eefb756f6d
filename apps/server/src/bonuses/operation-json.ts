import { type Actor, canSeeContacts } from '../permissions.ts'
import type { ListedOperation } from './list-operations.ts'

/** An operation as this person may see it: reasons are free text, which may name people. */
export function operationJson(actor: Actor, { whoKind, whoName, reason, ...operation }: ListedOperation) {
  return { ...operation, reason: canSeeContacts(actor) ? reason : '', who: { kind: whoKind, name: whoName } }
}
