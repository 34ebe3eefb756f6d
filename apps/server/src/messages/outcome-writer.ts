import { setTimeout as wait } from 'node:timers/promises'
import type { SendingChannel, SendOutcome } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { log } from '../log/index.ts'
import type { Claimed } from './claim.ts'
import { type NotedOutcome, noteOutcomes } from './note-outcomes.ts'
import { nextTry } from './retry.ts'

const EVERY_MS = 50
const MOST_WAITING = 200
const TRIES = 5
const PAUSE_MS = 500
const KEPT_DETAIL = 200

/** Writes down what became of messages, many in one statement. */
export class OutcomeWriter {
  private waiting: NotedOutcome[] = []
  private timer: NodeJS.Timeout | null = null
  private writing: Promise<void> = Promise.resolve()
  private readonly scope: WorkspaceScope
  private readonly push: (channels: readonly SendingChannel[]) => Promise<void>

  constructor(scope: WorkspaceScope, push: (channels: readonly SendingChannel[]) => Promise<void>) {
    this.scope = scope
    this.push = push
  }

  add({ id, attemptId, tries }: Claimed, outcome: SendOutcome): void {
    this.waiting.push({ id, attemptId, ...noted(outcome, tries, new Date()) })
    if (this.waiting.length >= MOST_WAITING) this.flush()
    else this.timer ??= setTimeout(() => this.flush(), EVERY_MS)
  }

  /** Resolves when everything added is written. */
  async end(): Promise<void> {
    this.flush()
    await this.writing
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const batch = this.waiting
    this.waiting = []
    if (batch.length > 0) this.writing = this.writing.then(() => this.write(batch))
  }

  /** What cannot be written stays `sending`, and is doubted by the next sender. */
  private async write(batch: NotedOutcome[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.push(await noteOutcomes(this.scope, batch))
      } catch (error) {
        if (tries < TRIES) await wait(PAUSE_MS * tries)
        else return log.error('what became of messages could not be written down', { messages: batch.length }, error)
      }
    }
  }
}

function noted(outcome: SendOutcome, tries: number, at: Date): Omit<NotedOutcome, 'id' | 'attemptId'> {
  const nothing = { providerId: null, trouble: null, detail: null, dueAt: null, at }
  switch (outcome.kind) {
    case 'sent':
      return { ...nothing, state: 'sent', providerId: outcome.providerId }
    case 'unknown':
      return { ...nothing, state: 'unknown', trouble: 'noAnswer', detail: withoutAddresses(outcome.detail) }
    case 'failed': {
      const dueAt = nextTry(outcome, tries, at)
      const state = dueAt === null ? 'failed' : 'queued'
      return { ...nothing, state, trouble: outcome.reason, detail: withoutAddresses(outcome.detail), dueAt }
    }
  }
}

/** Gateways repeat the address they refuse: it is no business of a log. PostgreSQL holds no zero characters. */
function withoutAddresses(detail: string): string {
  const quiet = detail.replaceAll('\u0000', '').replace(/[^\s<>"]+@[^\s<>"]+|\+?\d[\d\s()-]{6,}\d/g, '…')
  return quiet.slice(0, KEPT_DETAIL).toWellFormed()
}
