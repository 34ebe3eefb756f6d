import { AUDIT_ACTIONS } from '@comeback/server/audit/events'
import type { AuditSearch } from '../../api/audit.ts'
import { asOneOf, asText, defined } from '../../app/search-text.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const asDay = (value: unknown) => (DAY.test(asText(value) ?? '') ? asText(value) : undefined)

/** The filters of the log of actions, from the address. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  return defined({
    who: asText(raw.who),
    action: asOneOf(AUDIT_ACTIONS, raw.action),
    from: asDay(raw.from),
    to: asDay(raw.to),
    text: asText(raw.text),
  })
}
