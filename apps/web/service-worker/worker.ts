/// <reference lib="webworker" />
// Keeps the page's own files, so that it opens without a connection. Data is none of its business: what the API answers
// is kept by the page, see src/offline.

const worker = globalThis as unknown as ServiceWorkerGlobalScope
/** Put here by the build: addresses of the page's files, and a name that changes with them. */
declare const PAGE_FILES: string[]
declare const PAGE_VERSION: string

const PREFIX = 'page-'
const CURRENT = PREFIX + PAGE_VERSION
/** A page still open since before an update finds the files of its version. */
const VERSIONS_KEPT = 2
const SLOW_MS = 4000

worker.addEventListener('install', (event) => {
  event.waitUntil(install())
})

async function install() {
  const cache = await caches.open(CURRENT)
  await cache.addAll(PAGE_FILES)
  await worker.skipWaiting()
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})

async function activate() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  for (const name of versions.slice(0, -VERSIONS_KEPT)) await caches.delete(name)
  await worker.clients.claim()
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || isServers(pathname)) return
  event.respondWith(request.mode === 'navigate' ? openPage(request) : openFile(request))
})

/** What only the server answers: the API with its description, the pages for clients, and what concerns its running. */
function isServers(path: string): boolean {
  return /^\/(api|l|u|r|s|q|operations|healthz|readyz|metrics)(\/|$)/.test(path)
}

/** The newest page there is: an update is never hidden by what is kept, unless the server cannot be had. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(SLOW_MS) })
  } catch (error) {
    const kept = await (await caches.open(CURRENT)).match('/')
    if (!kept) throw error
    return kept
  }
}

/** Files have a name of their content, so what is kept is right for ever; icons and manifests are asked for first. */
async function openFile(request: Request): Promise<Response> {
  const isHashed = new URL(request.url).pathname.startsWith('/assets/')
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept && isHashed) return kept
  try {
    return await fetch(request)
  } catch (error) {
    if (!kept) throw error
    return kept
  }
}
