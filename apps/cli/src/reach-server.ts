import { resolve } from 'node:path'
import { Failure } from './failure.ts'

/** The server of the data folder, spoken to as the operator. */
export interface ReachedServer {
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** JSON of an answer; a refusal is a Failure with the server's sentence */
  request<Answer>(path: string, init?: RequestInit): Promise<Answer>
  close(): Promise<void>
}

/** Finds the server that runs on the data folder; where none does, runs one just for this. */
export async function reachServer(): Promise<ReachedServer> {
  const { findRunningServer, folderSecret, readConfig, startServer } = await import('@comeback/server')
  const config = readConfig()
  const running = config.databaseUrl ? null : findRunningServer(config.dataFolder)
  if (running && !running.url)
    throw new Failure(
      `${resolve(config.dataFolder)} is in use by process ${running.pid}, which does not serve yet; try again`,
      1,
    )
  const { url, close } = running?.url
    ? { url: running.url, close: async () => {} }
    : await startServer({ demo: 'never', port: 0, openBrowser: false })
  const authorization = `Bearer ${folderSecret(config.dataFolder, 'operator-token')}`
  const fetchAsOperator = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/api${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } })
  return {
    fetch: fetchAsOperator,
    close,
    async request<Answer>(path: string, init?: RequestInit) {
      const response = await fetchAsOperator(path, init)
      const answer = (await response.json()) as Answer & { error?: { message: string } }
      if (!response.ok) throw new Failure(answer.error?.message ?? `${url}${path} answered ${response.status}`)
      return answer
    },
  }
}
