import { AsyncLocalStorage } from 'node:async_hooks'

const requests = new AsyncLocalStorage<string>()

/** Runs `work`, and whatever it starts, as part of a request: its lines in the log carry the request's id. */
export function inRequest<T>(id: string, work: () => T): T {
  return requests.run(id, work)
}

/** Id of the request that runs, `undefined` outside of one. */
export function currentRequest(): string | undefined {
  return requests.getStore()
}
