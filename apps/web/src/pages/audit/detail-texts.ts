import type { AuditEvent } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'

type Detail = AuditEvent['details'][string]
type Value = Exclude<Detail, { from: unknown; to: unknown }> | Record<string, number>

/** The details of an event, a line each: "Name: Salon → Salon 2". What has no words of its own stands as it is. */
export function useDetailTexts(): (event: AuditEvent) => string[] {
  const { say, words, formats } = useWords()
  const names: Record<string, string> = words.audit.detail
  const values: Record<string, string> = { ...words.account.role, ...words.audit.value }
  const valueText = (value: Value): string => {
    if (value === null || value === '') return say('audit.none')
    if (typeof value === 'boolean') return say(value ? 'audit.yes' : 'audit.no')
    if (typeof value === 'number') return formats.number(value)
    if (typeof value === 'string') return values[value] ?? value
    return Array.isArray(value)
      ? value.map((each) => values[each] ?? each).join(', ')
      : Object.values(value)
          .sort((a, b) => a - b)
          .map(formats.number)
          .join(' / ')
  }
  const text = (name: string, detail: Detail): string => {
    const title = names[name] ?? name
    if (isChange(detail)) return `${title}: ${valueText(detail.from)} → ${valueText(detail.to)}`
    return `${title}: ${valueText(detail)}`
  }
  return ({ action, details }) =>
    Object.entries(details)
      // what an invitation leaves open says nothing
      .filter(([, detail]) => detail !== null && (detail !== false || !action.startsWith('member')))
      .map(([name, detail]) => text(name, detail))
}

function isChange(detail: Detail): detail is { from: Value; to: Value } {
  return typeof detail === 'object' && detail !== null && 'from' in detail
}
