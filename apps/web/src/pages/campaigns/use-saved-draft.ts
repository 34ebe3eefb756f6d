import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CampaignPlan } from '../../api/types.ts'

const PAUSE_MS = 500

/** A message as it is being written. */
export interface Draft {
  name: string
  plan: CampaignPlan
  /** changes what is seen at once, and saves it soon after */
  change: (plan: Partial<CampaignPlan>) => void
  rename: (name: string) => void
  /** everything seen is saved */
  isSaved: boolean
  error: unknown
}

interface Written {
  name: string
  plan: CampaignPlan
  version: number
}

type Change<More> = Partial<More> & { name?: string; plan?: Partial<CampaignPlan> }

interface Saving<Saved, More> {
  save: (version: number, change: Change<More>) => Promise<Saved>
  onSaved: (saved: Saved) => void
}

/**
 * What one types is seen at once and saved by itself, one change after another, the last of them as one leaves; `more` is what else can be changed, by
 * `also`.
 */
export function useSavedDraft<Saved extends Written, More extends object>(
  written: Written,
  more: More,
  { save: send, onSaved }: Saving<Saved, More>,
): Draft & { more: More; also: (change: Partial<More>) => void } {
  const [seen, setSeen] = useState({ name: written.name, plan: written.plan, more })
  const [isSaved, setSaved] = useState(true)
  const waiting = useRef<Change<More>>({} as Change<More>)
  const version = useRef(written.version)
  const save = useMutation({
    mutationFn: (change: Change<More>) => send(version.current, change),
    onSuccess(saved) {
      version.current = saved.version
      onSaved(saved)
      if (Object.keys(waiting.current).length > 0) flush()
      else setSaved(true)
    },
  })
  const flush = () => {
    const change = waiting.current
    waiting.current = {} as Change<More>
    save.mutate(change)
  }
  const soon = useDebouncedCallback(
    () => {
      if (!save.isPending) flush()
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  )
  useWindowEvent('pagehide', () => soon.flush())
  const note = (change: Change<More>) => {
    const plan = { ...waiting.current.plan, ...change.plan }
    waiting.current = { ...waiting.current, ...change, ...(Object.keys(plan).length > 0 && { plan }) }
    setSaved(false)
    soon()
  }
  return {
    ...seen,
    isSaved,
    error: save.error,
    change(plan) {
      setSeen((before) => ({ ...before, plan: { ...before.plan, ...plan } }))
      note({ plan } as Change<More>)
    },
    rename(name) {
      setSeen((before) => ({ ...before, name }))
      if (name.trim() !== '') note({ name } as Change<More>)
    },
    also(change) {
      setSeen((before) => ({ ...before, more: { ...before.more, ...change } }))
      note(change as Change<More>)
    },
  }
}
