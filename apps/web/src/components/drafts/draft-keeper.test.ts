import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../api/request.ts'
import type { CampaignPlan } from '../../api/types.ts'
import { type Change, type DraftState, keepDraft, type Written } from './draft-keeper.ts'
import { openDraft } from './open-drafts.ts'

interface More {
  pauseDays: number
}
type Stored = Written & More

/** What the server does with the next change. */
type Fate = 'stores' | 'is not reached' | 'stores, and its answer is lost' | 'breaks' | 'refuses' | 'is slow'

const PLAN = { text: 'old', holdout: 10 } as unknown as CampaignPlan
const ERRORS: { [fate in Fate]?: [number, string] } = {
  'is not reached': [0, 'offline'],
  breaks: [503, 'unavailable'],
  refuses: [400, 'badRequest'],
}

/** The other end: stores a change of the version it has, as the routes do. */
function startServer() {
  const server = {
    stored: { name: 'Letter', plan: PLAN, version: 1, pauseDays: 30 } as Stored,
    fates: [] as Fate[],
    seen: [] as Change<More>[],
    finish: () => {},
    async save(version: number, change: Change<More>): Promise<Stored> {
      server.seen.push(change)
      const fate = server.fates.shift() ?? 'stores'
      if (fate === 'is slow') await new Promise<void>((done) => (server.finish = done))
      const told = ERRORS[fate]
      if (told) throw error(...told)
      if (version !== server.stored.version) throw error(409, 'campaignChanged')
      const { plan, ...rest } = change
      server.stored = { ...server.stored, ...rest, plan: { ...server.stored.plan, ...plan }, version: version + 1 }
      if (fate === 'stores, and its answer is lost') throw error(0, 'offline')
      return server.stored
    },
  }
  return server
}

const error = (status: number, code: string) => new ApiError(status, { code, message: code } as never)

let server: ReturnType<typeof startServer>
const keep = () =>
  keepDraft<Stored, More>(
    server.stored,
    { pauseDays: server.stored.pauseDays },
    {
      save: server.save,
      read: async () => server.stored,
      onSaved: () => {},
    },
  )
let draft: ReturnType<typeof keep>

beforeEach(() => {
  vi.useFakeTimers()
  server = startServer()
  draft = keep()
})
afterEach(() => void vi.useRealTimers())

type Step =
  | { server: Fate[] }
  | { types: Change<More> }
  | { ms: number }
  | 'the slow answer comes'
  | 'somebody else changes it'
  | 'leaves'
  | { is: DraftState; sends: number; stores: Partial<Stored> & { text: string } }

const text = (value: string): Change<More> => ({ plan: { text: value } }) as Change<More>

const STORIES: Record<string, Step[]> = {
  'what is typed is saved after a pause, as one change': [
    { types: text('n') },
    { types: text('new') },
    { ms: 499 },
    { is: 'saving', sends: 0, stores: { text: 'old' } },
    { ms: 1 },
    { is: 'saved', sends: 1, stores: { text: 'new', version: 2 } },
  ],
  'what fails is not lost when the next change succeeds': [
    { server: ['breaks'] },
    { types: text('new') },
    { ms: 500 },
    { is: 'retrying', sends: 1, stores: { text: 'old' } },
    { types: { pauseDays: 7 } as Change<More> },
    { ms: 500 },
    { is: 'saved', sends: 2, stores: { text: 'new', pauseDays: 7 } },
  ],
  'of two changes of the same the later one is right': [
    { server: ['is not reached'] },
    { types: { ...text('first'), name: 'A' } },
    { ms: 500 },
    { types: text('second') },
    { ms: 500 },
    { is: 'saved', sends: 2, stores: { text: 'second', name: 'A' } },
  ],
  'it is tried again by itself, more and more rarely': [
    { server: Array<Fate>(7).fill('is not reached') },
    { types: text('new') },
    { ms: 500 },
    { ms: 1000 },
    { is: 'retrying', sends: 2, stores: { text: 'old' } },
    { ms: 1999 },
    { is: 'retrying', sends: 2, stores: { text: 'old' } },
    { ms: 1 },
    { is: 'retrying', sends: 3, stores: { text: 'old' } },
    { ms: 4000 + 8000 + 16_000 + 30_000 },
    { is: 'retrying', sends: 7, stores: { text: 'old' } },
    { ms: 30_000 },
    { is: 'saved', sends: 8, stores: { text: 'new' } },
  ],
  'what is typed while a change is under way waits for it, and goes then': [
    { server: ['is slow'] },
    { types: text('first') },
    { ms: 500 },
    { types: text('second') },
    { ms: 5000 },
    { is: 'saving', sends: 1, stores: { text: 'old' } },
    'the slow answer comes',
    { is: 'saved', sends: 2, stores: { text: 'second', version: 3 } },
  ],
  'an answer that is lost is not taken for somebody else': [
    { server: ['stores, and its answer is lost'] },
    { types: text('new') },
    { ms: 500 },
    { is: 'retrying', sends: 1, stores: { text: 'new' } },
    { types: { name: 'B' } },
    { ms: 500 },
    { is: 'saved', sends: 3, stores: { text: 'new', name: 'B', version: 3 } },
  ],
  'what somebody else changed meanwhile is not overwritten': [
    { server: ['is not reached'] },
    { types: text('new') },
    { ms: 500 },
    'somebody else changes it',
    { ms: 60_000 },
    { is: 'changed', sends: 2, stores: { text: 'theirs' } },
    { types: text('newer') },
    { ms: 60_000 },
    { is: 'changed', sends: 2, stores: { text: 'theirs' } },
  ],
  'what is refused waits for a change that mends it': [
    { server: ['refuses'] },
    { types: { ...text(''), name: 'A' } },
    { ms: 60_000 },
    { is: 'refused', sends: 1, stores: { text: 'old' } },
    { types: text('new') },
    { ms: 500 },
    { is: 'saved', sends: 2, stores: { text: 'new', name: 'A' } },
  ],
  'who leaves does not wait for the pause': [
    { types: text('new') },
    'leaves',
    { ms: 0 },
    { is: 'saved', sends: 1, stores: { text: 'new' } },
  ],
}

test.each(Object.entries(STORIES))('%s', async (_, steps) => {
  for (const step of steps) {
    if (step === 'the slow answer comes') server.finish()
    else if (step === 'leaves') draft.flush()
    else if (step === 'somebody else changes it') {
      const plan = { ...server.stored.plan, text: 'theirs' }
      server.stored = { ...server.stored, plan, version: server.stored.version + 1 }
    } else if ('server' in step) server.fates.push(...step.server)
    else if ('types' in step) draft.note(step.types)
    else if ('ms' in step) await vi.advanceTimersByTimeAsync(step.ms)
    else {
      const { text, ...rest } = step.stores
      expect({ state: draft.seen().state, sends: server.seen.length }).toEqual({ state: step.is, sends: step.sends })
      expect(server.stored).toMatchObject({ ...rest, plan: { text } })
      if (step.is === 'saved') expect(draft.seen()).toMatchObject({ plan: { text }, error: null })
    }
    await vi.advanceTimersByTimeAsync(0)
  }
})

test('leaving at once loses nothing only while what is seen is on its way', async () => {
  expect(draft.flush()).toBe(true)
  server.fates.push('is slow', 'is not reached')
  draft.note(text('first'))
  expect(draft.flush()).toBe(true)
  draft.note(text('second'))
  expect(draft.flush()).toBe(false)
  server.finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.flush(), 'after a failure').toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(draft.flush()).toBe(true)
})

test('opened again, a draft still has what could not be saved; one that is saved begins with what is stored', async () => {
  server.fates.push('is not reached')
  const first = openDraft('campaigns/1', 1, keep)
  first.note(text('new'))
  await vi.advanceTimersByTimeAsync(500)
  expect(openDraft('campaigns/1', 1, keep)).toBe(first)
  await vi.advanceTimersByTimeAsync(1000)
  expect(first.seen().state).toBe('saved')
  expect(openDraft('campaigns/1', 2, keep)).toBe(first)
  expect(openDraft('campaigns/1', 3, keep)).not.toBe(first)
})
