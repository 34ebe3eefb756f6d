import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CampaignPlan } from '../../api/types.ts'
import { type Change, type DraftSeen, type DraftWays, keepDraft, type Written } from './draft-keeper.ts'
import { openDraft } from './open-drafts.ts'

/** A message as it is being written. */
export interface Draft extends Omit<DraftSeen<unknown>, 'more'> {
  /** changes what is seen at once, and saves it soon after */
  change: (plan: Partial<CampaignPlan>) => void
  rename: (name: string) => void
  /** the server has what is seen */
  isSaved: boolean
  /** tries at once what is to be tried again */
  saveNow: () => void
  /** forgets what is not saved */
  abandon: () => void
}

/**
 * What one types is seen at once and saved by itself; `more` is what else can be changed, by `also`.
 *
 * @param key what is written, e.g. `campaigns/ID`: opened again, it still has what could not be saved yet
 */
export function useSavedDraft<Saved extends Written, More extends object>(
  key: string,
  written: Written,
  more: More,
  ways: DraftWays<Saved, More>,
): Draft & { more: More; also: (change: Partial<More>) => void } {
  const [keeper] = useState(() => openDraft(key, written.version, () => keepDraft(written, more, ways)))
  const seen = useSyncExternalStore(keeper.subscribe, keeper.seen)
  useEffect(() => () => void keeper.flush(), [keeper])
  return {
    ...seen,
    isSaved: seen.state === 'saved' && seen.name.trim() !== '',
    saveNow: () => void keeper.flush(),
    abandon: keeper.abandon,
    change: (plan) => keeper.note({ plan } as Change<More>),
    rename(name) {
      if (name.trim() === '') keeper.show({ name } as Change<More>)
      else keeper.note({ name } as Change<More>)
    },
    also: (change) => keeper.note(change as Change<More>),
  }
}
