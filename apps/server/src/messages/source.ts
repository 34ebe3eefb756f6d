import type { OutgoingMessage, SendingChannel } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'

/** What sends through messages: says, when one is about to leave, what it says and whether it still should. */
export interface MessageSource {
  /** What preparing needs, gathered before the transaction that claims; `null` when the source is gone. */
  open(scope: WorkspaceScope, sourceId: string): Promise<OpenSource | null>
  /** Nothing of the source is queued or on its way any more. May be called more than once. */
  drained(scope: WorkspaceScope, sourceId: string): Promise<void>
  /** Its channel cannot be used now: nothing of it is tried until somebody has the source go on. */
  interrupted(scope: WorkspaceScope, sourceId: string, reason: 'notSetUp'): Promise<void>
}

export interface OpenSource {
  /** Runs first in the transaction that claims: whoever pauses or stops the source waits for its end, and it for them. */
  lock(scope: WorkspaceScope): Promise<void>
  /** Runs in the transaction that claims; use its scope alone. */
  prepare(scope: WorkspaceScope, channel: SendingChannel, clientIds: number[], now: Date): Promise<Preparation>
}

export type Preparation =
  | { kind: 'ready'; byClient: Map<number, Prepared> }
  /** nothing of this source may leave before then */
  | { kind: 'later'; until: Date }
  /** until somebody has it go on */
  | { kind: 'held' }

export type Prepared =
  | { kind: 'send'; message: Omit<OutgoingMessage, 'id'> }
  /** the client gets nothing at all */
  | { kind: 'skip'; reason: string }
  /** not by this channel: the next one is tried, if there is one */
  | { kind: 'notHere'; reason: string }
