import { recordAudit } from '../audit/index.ts'
import { setLanguage } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import type { ClientLanguage } from '../languages.ts'

/** Notes the language a client reads, and in the log that somebody did. Throws `clientNotFound`. */
export function noteLanguage(outer: WorkspaceScope, who: Who, clientId: number, language: ClientLanguage) {
  return outer.transaction(async (scope) => {
    if (!(await setLanguage(scope, clientId, language)))
      throw new AppError('clientNotFound', { value: String(clientId) })
    await recordAudit(scope, who, { action: 'client.changed', subject: `client:${clientId}`, details: { language } })
  })
}
