import type { WorkspaceScope } from '../database/index.ts'

/** What programs can be told of. */
export const EVENT_TYPES = [
  'data.changed',
  'import.completed',
  'import.failed',
  'import.undone',
  'survey.answered',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** Something that happened, with its facts: never a client's name or contacts. */
export interface AppEvent {
  type: EventType
  data: Record<string, string | number | null>
}

/**
 * Notes an event for all who want to be told. Call it with the scope of the transaction that makes the change: there is
 * no event without its change, and none is lost.
 */
export type Announce = (scope: WorkspaceScope, event: AppEvent) => Promise<void>
