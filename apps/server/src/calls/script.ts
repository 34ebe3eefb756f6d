// What an administrator says on the phone, written once for many clients. The page uses this too.

/** What stands in a script for what is known of the client. */
export const SCRIPT_FIELDS = ['firstName', 'salon', 'lastMaster', 'lastService', 'daysSince'] as const
export type ScriptField = (typeof SCRIPT_FIELDS)[number]

const FIELD = /\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}/g

/** The first field of a script that there is not; `null` when all are known. */
export function unknownFieldOf(script: string): string | null {
  for (const [, name] of script.matchAll(FIELD)) {
    if (!SCRIPT_FIELDS.some((known) => known === name)) return name ?? ''
  }
  return null
}

/** A script for one client. What is not known is replaced by what stands after `|`: `{{lastMaster|your master}}`. */
export function fillScript(script: string, values: Partial<Record<ScriptField, string>>): string {
  return script.replace(FIELD, (_, name: ScriptField, fallback: string | undefined) => values[name] || (fallback ?? ''))
}
