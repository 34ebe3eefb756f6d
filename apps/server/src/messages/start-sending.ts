import { setTimeout as wait } from 'node:timers/promises'
import { inArray, min, sql } from 'drizzle-orm'
import type { SendingChannel } from '../channels/index.ts'
import { SENDING_CHANNELS } from '../channels/providers.ts'
import { openScope, type Store, type WorkspaceScope } from '../database/index.ts'
import type { JobHandler, Queues } from '../jobs/index.ts'
import { log } from '../log/index.ts'
import { readWorkspace, waitOf } from '../workspace/index.ts'
import { type LaneOptions, sendLane } from './send-lane.ts'
import { messages } from './tables.ts'

const BUSY_MS = 2_000
const BUSY_LOOK_MS = 50
const BROKEN_MS = 5_000
const SEND_TIMEOUT_MS = 60_000
const SLICE_MS = 60_000
const QUIET_MS = 1_000

export interface SendingDeps {
  /** Gives channels of a workspace a push, or the time of one; inside a transaction, when that commits. */
  push(scope: WorkspaceScope, channels: readonly SendingChannel[], at?: Date): Promise<void>
}

export interface Sending extends SendingDeps {
  /** sends what is due on a channel of a workspace: the handler of the queue `send` */
  send: JobHandler
  /** Sends what is due in a workspace before it answers; for one whose messages stay on this machine. */
  sendNow(scope: WorkspaceScope): Promise<void>
  /** Gives what waits anywhere a push, which a crash may have cost it. */
  resume(): Promise<void>
  /** Starts no more messages; those on their way end. */
  stop(): void
}

type Queue = Pick<Queues<'send'>, 'send'>

/** Sends messages: one sender a channel of a workspace, on however many servers. `queue` may come later. */
export function createSending(
  store: Store,
  { openSender, sources }: Pick<LaneOptions, 'openSender' | 'sources'>,
  queue: Promise<Queue>,
): Sending {
  const stopping = new AbortController()
  const push: SendingDeps['push'] = async (scope, channels, at) => {
    for (const channel of channels) await (await queue).send(scope, 'send', SENDING_CHANNELS.indexOf(channel), at)
  }
  const sendOn = (scope: WorkspaceScope, channel: SendingChannel, quietMs: number) => {
    const options = { openSender, sources, sendTimeoutMs: SEND_TIMEOUT_MS, sliceMs: SLICE_MS, quietMs }
    const pushOthers = (channels: readonly SendingChannel[]) => push(scope, channels)
    const lane = () => sendLane(scope, channel, { ...options, stopping: stopping.signal, push: pushOthers })
    return store.ifFree(`sending ${scope.workspaceId} ${channel}`, lane)
  }
  return {
    push,
    async send({ workspaceId, id }) {
      const channel = SENDING_CHANNELS[id]
      if (!channel || stopping.signal.aborted) return
      const scope = openScope(store, workspaceId)
      // saying go gives it its push
      if (waitOf(await readWorkspace(scope))?.for === 'restored') return
      const next = await sendOn(scope, channel, QUIET_MS)
        // a message may have come just after the other sender had looked
        .then((wasFree) => (wasFree ? nextDue(scope, channel) : new Date(Date.now() + BUSY_MS)))
        .catch((error: unknown) => {
          log.error('sending broke off and goes on soon', { workspace: workspaceId, channel }, error)
          return new Date(Date.now() + BROKEN_MS)
        })
      if (next && !stopping.signal.aborted) await push(scope, [channel], next)
    },
    async sendNow(scope) {
      for (const channel of SENDING_CHANNELS) {
        while (!stopping.signal.aborted && isDue(await nextDue(scope, channel))) {
          const wasFree = await sendOn(scope, channel, 0)
          if (!wasFree) await wait(BUSY_LOOK_MS)
        }
      }
    },
    async resume() {
      const waiting = await store.db
        .selectDistinct({ workspaceId: messages.workspaceId, channel: messages.channel })
        .from(messages)
        .where(inArray(messages.state, ['queued', 'sending']))
      for (const { workspaceId, channel } of waiting) await push(openScope(store, workspaceId), [channel])
    },
    stop: () => stopping.abort(),
  }
}

const isDue = (at: Date | null): boolean => at !== null && at.getTime() <= Date.now()

async function nextDue({ db, workspaceId }: WorkspaceScope, channel: SendingChannel): Promise<Date | null> {
  const [next] = await db
    .select({ at: min(messages.dueAt) })
    .from(messages)
    .where(
      sql`${messages.workspaceId} = ${workspaceId} AND ${messages.channel} = ${channel} AND ${messages.state} = 'queued'`,
    )
  return next?.at ?? null
}
