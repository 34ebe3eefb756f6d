import { setTimeout as wait } from 'node:timers/promises'
import type { Sender, SendingChannel, SendOutcome } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { type Claimed, claimBatch, giveBack, nextSource, postponeLane } from './claim.ts'
import { doubtInterrupted } from './note-outcomes.ts'
import { OutcomeWriter } from './outcome-writer.ts'
import { RateLimiter } from './rate-limiter.ts'
import { RETRY_LIMITED_MS } from './retry.ts'
import type { MessageSource } from './source.ts'
import type { SourceKind } from './states.ts'

export interface OpenedSender {
  sender: Sender
  perSecond: number
  costOf(text: string): { parts: number; minor: number }
}

export interface LaneOptions {
  openSender(scope: WorkspaceScope, channel: SendingChannel): Promise<OpenedSender | null>
  sources: Partial<Record<SourceKind, MessageSource>>
  /** gives other channels their push */
  push(channels: readonly SendingChannel[]): Promise<void>
  stopping: AbortSignal
  sendTimeoutMs: number
  /** for how long at most, so that other workspaces have their turn */
  sliceMs: number
  /** before the first one begins: an earlier sender may have begun a whole second's worth just now */
  quietMs: number
}

/** What is claimed and has not left is in doubt after a crash: little at a time, as often as that keeps the rate. */
const CLAIMS_A_SECOND = 8
const MOST_CLAIMED = 50
const MOST_IN_FLIGHT = 32
/** For a sender whose time is over to say what became of the message. */
const LAST_WORD_MS = 1_000

/**
 * Sends what is due on one channel of a workspace, as its only sender: the caller holds the lane's lock. What an earlier
 * sender left at `sending` becomes `unknown` first. Ends when nothing is due, the slice is over, the gateway wants a
 * pause, or the server stops.
 */
export async function sendLane(scope: WorkspaceScope, channel: SendingChannel, options: LaneOptions): Promise<void> {
  for (const { kind, id } of await doubtInterrupted(scope, channel)) await options.sources[kind]?.drained(scope, id)
  if (!(await nextSource(scope, channel, new Date()))) return
  const opened = await options.openSender(scope, channel)
  if (!opened) return interruptSources(scope, channel, options)
  const lane = new Lane(scope, channel, opened, options)
  try {
    await wait(options.quietMs, undefined, { signal: options.stopping }).catch(() => {})
    await lane.run()
  } finally {
    await lane.end()
    await opened.sender.close()
  }
}

async function interruptSources(scope: WorkspaceScope, channel: SendingChannel, { sources }: LaneOptions) {
  for (
    let due = await nextSource(scope, channel, new Date());
    due;
    due = await nextSource(scope, channel, new Date())
  ) {
    await sources[due.kind]?.interrupted(scope, due.id, 'notSetUp')
  }
}

class Lane {
  private readonly flying = new Set<Promise<void>>()
  private readonly writer: OutcomeWriter
  private readonly limiter: RateLimiter
  private readonly touched = new Map<string, SourceKind>()
  /** when the gateway wants to be asked again; `null`: now */
  private pausedUntil: Date | null = null
  private readonly scope: WorkspaceScope
  private readonly channel: SendingChannel
  private readonly opened: OpenedSender
  private readonly options: LaneOptions

  constructor(scope: WorkspaceScope, channel: SendingChannel, opened: OpenedSender, options: LaneOptions) {
    this.scope = scope
    this.channel = channel
    this.opened = opened
    this.options = options
    this.writer = new OutcomeWriter(scope, options.push)
    this.limiter = new RateLimiter(opened.perSecond)
  }

  async run(): Promise<void> {
    const end = performance.now() + this.options.sliceMs
    const most = Math.min(MOST_CLAIMED, Math.max(1, Math.ceil(this.opened.perSecond / CLAIMS_A_SECOND)))
    while (!this.mustPause() && performance.now() < end) {
      const now = new Date()
      const source = await nextSource(this.scope, this.channel, now)
      if (!source) return
      this.touched.set(source.id, source.kind)
      const open = (await this.options.sources[source.kind]?.open(this.scope, source.id)) ?? null
      const { costOf } = this.opened
      const { claimed, lanes } = await claimBatch(this.scope, this.channel, source, open, { now, most, costOf })
      await this.options.push(lanes)
      await this.startAll(claimed)
    }
  }

  /** Waits for what is on its way and writes it down. */
  async end(): Promise<void> {
    await Promise.all(this.flying)
    await this.writer.end()
    if (this.pausedUntil) await postponeLane(this.scope, this.channel, this.pausedUntil)
    for (const [id, kind] of this.touched) await this.options.sources[kind]?.drained(this.scope, id)
  }

  private mustPause(): boolean {
    return this.options.stopping.aborted || this.pausedUntil !== null
  }

  private async startAll(claimed: readonly Claimed[]): Promise<void> {
    for (const [i, each] of claimed.entries()) {
      if (this.flying.size >= MOST_IN_FLIGHT) await Promise.race(this.flying)
      if (!this.mustPause()) await this.limiter.turn(this.options.stopping).catch(() => {})
      if (this.mustPause()) return await giveBack(this.scope, claimed.slice(i), this.pausedUntil ?? new Date())
      const flight = this.sendOne(each).finally(() => this.flying.delete(flight))
      this.limiter.begun()
      this.flying.add(flight)
    }
  }

  private async sendOne(claimed: Claimed): Promise<void> {
    const outcome = await sendWithin(this.opened.sender, claimed, this.options.sendTimeoutMs)
    if (outcome.kind === 'failed' && outcome.reason === 'limited') {
      this.pausedUntil = new Date(Date.now() + (outcome.retryAfterMs ?? RETRY_LIMITED_MS))
    }
    this.writer.add(claimed, outcome)
  }
}

/**
 * A sender that throws may have sent. One whose time is over says whether the message had begun to leave; when it does not
 * say even that, nobody knows.
 */
async function sendWithin(sender: Sender, { message }: Claimed, timeoutMs: number): Promise<SendOutcome> {
  const signal = AbortSignal.timeout(timeoutMs)
  const late = new Promise<SendOutcome>((resolve) => {
    const giveUp = () => setTimeout(() => resolve({ kind: 'unknown', detail: 'timeout' }), LAST_WORD_MS).unref()
    signal.addEventListener('abort', giveUp, { once: true })
  })
  const sent = sender.send(message, signal).catch((error: unknown): SendOutcome => {
    return { kind: 'unknown', detail: error instanceof Error ? error.message : 'no answer' }
  })
  return await Promise.race([sent, late])
}
