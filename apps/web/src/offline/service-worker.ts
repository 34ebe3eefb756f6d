import { useSyncExternalStore } from 'react'

const ADDRESS = '/service-worker.js'

let updated = false
const listeners = new Set<() => void>()

/**
 * Has the browser keep the page's files, and look for newer ones whenever the page comes back into view, as on a phone it
 * may stay open for weeks.
 */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const isFirst = serviceWorker.controller === null
  let changes = 0
  serviceWorker.addEventListener('controllerchange', () => {
    changes++
    if (isFirst && changes === 1) return
    updated = true
    for (const tell of listeners) tell()
  })
  addEventListener('load', async () => {
    // without it the page works as well, only not without a connection
    const registration = await serviceWorker.register(ADDRESS).catch(() => null)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') registration?.update().catch(() => {})
    })
  })
}

/** Whether a newer version has come since the page was opened. */
export function useIsUpdated(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => updated,
  )
}
