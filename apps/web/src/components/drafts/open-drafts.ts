import type { DraftKeeper } from './draft-keeper.ts'

/** What is being written in this tab, by what it is: leaving the page for another one does not end the saving. */
const open = new Map<string, Pick<DraftKeeper<unknown>, 'flush'>>()

/** The draft under this name, still with what is not saved, else one made anew when `version` is not the one it has. */
export function openDraft<More>(name: string, version: number, make: () => DraftKeeper<More>): DraftKeeper<More> {
  const known = open.get(name) as DraftKeeper<More> | undefined
  if (known && (known.seen().state !== 'saved' || known.version() === version)) return known
  const made = make()
  open.set(name, made)
  return made
}

const flushAll = () => [...open.values()].map((draft) => draft.flush()).every(Boolean)

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', flushAll)
  window.addEventListener('online', flushAll)
  document.addEventListener('visibilitychange', flushAll)
  window.addEventListener('beforeunload', (event) => {
    if (!flushAll()) event.preventDefault()
  })
}
