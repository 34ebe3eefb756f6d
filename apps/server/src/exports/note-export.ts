import type { Context } from 'hono'
import { type AuditDetails, recordAudit } from '../audit/index.ts'
import type { Env } from '../http/env.ts'
import { canSeeContacts } from '../permissions.ts'

/** Notes that somebody takes a list of clients away: how many, and whether with their contacts. */
export async function notePeople(c: Context<Env>, people: number, details: AuditDetails) {
  const contacts = canSeeContacts(c.var.actor)
  await recordAudit(c.var.scope, c.var.who, { action: 'people.exported', details: { ...details, people, contacts } })
}

/** Notes that somebody takes numbers away. */
export async function noteTable(c: Context<Env>, details: AuditDetails) {
  await recordAudit(c.var.scope, c.var.who, { action: 'tables.exported', details })
}
