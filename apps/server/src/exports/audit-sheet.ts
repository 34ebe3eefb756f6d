import type { findEvents } from '../audit/index.ts'
import type { Language } from '../languages.ts'
import type { Sheet } from './write-file.ts'

type AuditEvent = Awaited<ReturnType<typeof findEvents>>['events'][number]

/** Events with the moment in the workspace's time, the action in words and the details as they are stored. */
export function auditSheet(events: AuditEvent[], timeZone: string, language: Language): Sheet {
  return {
    columns: [
      { name: 'at', kind: 'text' },
      { name: 'who', kind: 'word' },
      { name: 'action', kind: 'word' },
      { name: 'subject', kind: 'text' },
      { name: 'details', kind: 'text' },
      { name: 'requestId', kind: 'text' },
    ],
    rows: events.map(({ at, whoKind, whoName, action, subject, details, requestId }) => [
      momentIn(at, timeZone),
      whoName || whoKind,
      action,
      subject,
      Object.keys(details).length === 0 ? '' : JSON.stringify(details),
      requestId,
    ]),
    currency: 'UAH',
    language,
  }
}

/** `2026-11-22 14:05:09`, local. */
function momentIn(at: Date, timeZone: string): string {
  const local = at.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDateTime()
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ')
}
