import { sql } from 'drizzle-orm'
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss'
import type { DriverStore, WorkspaceScope } from '../database/index.ts'
import { isDatabaseTrouble } from '../errors.ts'
import { log } from '../log/index.ts'

/** Does one kind of job. Throwing has it tried again after a while; on the `last` try nobody comes after it. */
export type JobHandler = (data: JobData, last: boolean) => Promise<void>

/** What a job is about. The rows it names say what there is to do: a job only gives the push. */
export interface JobData {
  workspaceId: string
  id: number
}

export interface Queues<Name extends string> {
  /** Adds a job, to be done at once or at a time; inside a transaction it is added when that commits. */
  send(scope: WorkspaceScope, name: Name, id: number, at?: Date): Promise<void>
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>
}

const RETRIES = 3
const RECOVER_MS = 1_000
const LONGEST_JOB_HOURS = 23
// for what no notice tells of: jobs to be tried again
const POLLING = { pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 5 }

export interface QueueOptions {
  /** jobs of a queue at a time, 1 without it */
  atOnce?: number
  /** Sends again what is unfinished: a broken connection may have cost a job its push. Does nothing twice. */
  resume(): Promise<void>
}

/**
 * Starts working on queues in the store's own database. A job whose process dies is taken over by another server, if there
 * is one, after a minute; what this server left unfinished it must send again when it starts.
 */
export async function startQueues<Name extends string>(
  store: DriverStore,
  handlers: Record<Name, JobHandler>,
  { atOnce = 1, resume }: QueueOptions,
): Promise<Queues<Name>> {
  const recovery = new Recovery(resume)
  const boss = new PgBoss({
    ...(store.kind === 'pglite'
      ? { db: fromPglite(store.client), backend: 'pglite' as const }
      : { connectionString: store.url, max: 3 }),
    // a notice wakes the workers, so that polling need not keep PGlite's one connection busy
    useListenNotify: true,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  })
  // statements that failed are tried again by pg-boss; without a listener they would end the process
  boss.on('error', (error) => {
    log.error('the queue failed and tries again', {}, error)
    recovery.begin()
  })
  await boss.start()
  for (const [name, handler] of Object.entries<JobHandler>(handlers)) {
    await boss.createQueue(name, {
      notify: true,
      retryLimit: RETRIES,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: LONGEST_JOB_HOURS * 3600,
      heartbeatSeconds: 60,
    })
    // the first use of a queue reads its settings outside the sender's transaction, for which PGlite would wait for ever
    await boss.findJobs(name, { key: '' })
    let worker: string | null = null
    worker = await boss.work<JobData>(name, { ...POLLING, localConcurrency: atOnce }, async ([job]) => {
      if (!job) return
      // what waits behind it is taken at once: its notice came while this one ran, and a poll is seconds away
      if (worker) boss.notifyWorker(worker)
      const isLast = job.retryCount >= RETRIES
      await handler(job.data, isLast).catch((error: unknown) => {
        if (isLast && isDatabaseTrouble(error)) recovery.begin()
        throw error
      })
    })
  }
  return {
    async send(scope, name, id, at) {
      const options = { db: fromDrizzle(scope.db as never, sql), ...(at && { startAfter: at }) }
      await boss.send(name, { workspaceId: scope.workspaceId, id }, options)
    },
    async stop() {
      recovery.stop()
      await boss.stop({ graceful: true, timeout: 30_000 })
    },
  }
}

/**
 * What pg-boss had handed out when its connection broke stays handed out for a minute, whoever could do it. This sends it
 * again as soon as the database answers.
 */
class Recovery {
  private timer: NodeJS.Timeout | null = null
  private isStopped = false
  private readonly resume: () => Promise<void>

  constructor(resume: () => Promise<void>) {
    this.resume = resume
  }

  begin() {
    if (this.timer || this.isStopped) return
    this.timer = setTimeout(async () => {
      try {
        await this.resume()
        this.timer = null
      } catch {
        this.timer = null
        this.begin()
      }
    }, RECOVER_MS)
    this.timer.unref()
  }

  stop() {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
  }
}
