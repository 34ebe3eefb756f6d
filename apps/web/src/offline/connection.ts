import { useSyncExternalStore } from 'react'

/** `null` while the server answers; without a connection the ISO instant of the numbers shown. */
let keptAt: string | null = null
const listeners = new Set<() => void>()

function set(value: string | null) {
  if (value === keptAt) return
  keptAt = value
  for (const tell of listeners) tell()
}

/** The server has answered: what is shown is of now. */
export const noteAnswer = () => set(null)

/** Numbers of then are shown; of several the oldest is what the page is as of. */
export const noteKept = (at: string) => set(keptAt === null || at < keptAt ? at : keptAt)

/** Since when the numbers on the page are, when there is no connection; else `null`. */
export function useKeptAt(): string | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => keptAt,
  )
}
