import { hashKey } from '@tanstack/react-query'
import { ApiError } from '../../api/request.ts'
import type { CampaignPlan } from '../../api/types.ts'

const PAUSE_MS = 500
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

export interface Written {
  name: string
  plan: CampaignPlan
  version: number
}

/** `more` is what else can be changed, beside the name and the plan. */
export type Change<More> = Partial<More> & { name?: string; plan?: Partial<CampaignPlan> }

/**
 * `saved`: the server has what is seen; `saving`: it soon will; `retrying`: the server could not be reached, it is tried
 * again; `refused`: it said no to this, the next change is tried; `changed`: somebody else changed it, nothing is sent.
 */
export type DraftState = 'saved' | 'saving' | 'retrying' | 'refused' | 'changed'

export interface DraftSeen<More> {
  name: string
  plan: CampaignPlan
  more: More
  state: DraftState
  error: unknown
}

export interface DraftWays<Saved extends Written, More> {
  save: (version: number, change: Change<More>) => Promise<Saved>
  read: () => Promise<Saved>
  onSaved: (saved: Saved) => void
}

export interface DraftKeeper<More> {
  seen: () => DraftSeen<More>
  version: () => number
  subscribe: (listener: () => void) => () => void
  note: (change: Change<More>) => void
  /** shows it without saving it: a name being emptied to be written anew */
  show: (change: Change<More>) => void
  /** sends what waits now; false if something would be lost by leaving at once */
  flush: () => boolean
  /** forgets what is not saved */
  abandon: () => void
}

/**
 * Keeps what is written until the server has it: one change is under way at a time, those made meanwhile wait, and what
 * fails waits again with them.
 */
export function keepDraft<Saved extends Written, More extends object>(
  written: Written,
  more: More,
  { save, read, onSaved }: DraftWays<Saved, More>,
): DraftKeeper<More> {
  let seen: DraftSeen<More> = { name: written.name, plan: written.plan, more, state: 'saved', error: null }
  let { version } = written
  let waiting: Change<More> | null = null
  let underWay: Change<More> | null = null
  /** sent without an answer: any of them may have arrived */
  let unanswered: Change<More>[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function tell(change: Partial<DraftSeen<More>>) {
    seen = { ...seen, ...change }
    for (const listener of listeners) listener()
  }

  function show({ name = seen.name, plan, ...rest }: Change<More>) {
    tell({ name, plan: { ...seen.plan, ...plan }, more: { ...seen.more, ...rest } })
  }

  function wait(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(flush, ms)
  }

  function flush(): boolean {
    clearTimeout(timer)
    if (underWay === null && waiting !== null && seen.state !== 'changed') {
      underWay = waiting
      waiting = null
      send(underWay).then(arrived, (error) => failed(underWay ?? ({} as Change<More>), error))
    }
    return waiting === null && (seen.state === 'saved' || seen.state === 'saving')
  }

  async function send(change: Change<More>): Promise<Saved> {
    try {
      return await save(version, change)
    } catch (error) {
      if (!isConflict(error) || unanswered.length === 0) throw error
      const stored = await read()
      const isOurs = stored.version === version + 1 && unanswered.some((sent) => holds(stored, sent))
      if (!isOurs) throw error
      version = stored.version
      unanswered = []
      return await save(version, change)
    }
  }

  function arrived(saved: Saved) {
    underWay = null
    unanswered = []
    version = saved.version
    tell({ state: waiting === null ? 'saved' : 'saving', error: null })
    onSaved(saved)
    flush()
  }

  function failed(sent: Change<More>, error: unknown) {
    const isNewer = waiting !== null
    underWay = null
    waiting = merge(sent, waiting)
    if (mayPass(error)) {
      unanswered.push(sent)
      tell({ state: 'retrying', error })
      wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (unanswered.length - 1)))
    } else {
      tell({ state: isConflict(error) ? 'changed' : 'refused', error })
      if (isNewer) wait(PAUSE_MS)
    }
  }

  return {
    seen: () => seen,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show,
    note(change) {
      waiting = merge(waiting, change)
      if (seen.state === 'saved') tell({ state: 'saving' })
      show(change)
      wait(PAUSE_MS)
    },
    flush,
    abandon() {
      clearTimeout(timer)
      waiting = null
      tell({ state: 'saved', error: null })
    },
  }
}

/** The later change is right where both speak of the same. */
function merge<More>(earlier: Change<More> | null, later: Change<More> | null): Change<More> {
  const plan = { ...earlier?.plan, ...later?.plan }
  return { ...earlier, ...later, ...(Object.keys(plan).length > 0 && { plan }) } as Change<More>
}

const isConflict = (error: unknown) => error instanceof ApiError && error.status === 409

/** No answer, or one that says nothing of the change itself. */
const mayPass = (error: unknown) =>
  !(error instanceof ApiError) ||
  error.status === 0 ||
  error.status === 408 ||
  error.status === 429 ||
  error.status >= 500

/** Whether what is stored has everything a change says. */
function holds<More>(stored: Written, { plan = {}, ...rest }: Change<More>): boolean {
  const has = (whole: object, part: object) =>
    Object.entries(part).every(([key, value]) => hashKey([whole[key as keyof typeof whole]]) === hashKey([value]))
  return has(stored, rest) && has(stored.plan, plan)
}
