import { openAsBlob } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { Failure } from '../failure.ts'
import { progressLine } from '../progress.ts'
import { type ReachedServer, reachServer } from '../reach-server.ts'

interface ImportAnswer {
  id: number
  state: string
  progress: { done: number; total: number } | null
  error: { code: string; message: string } | null
  inspection: { missing: string[]; quality: { rows: number; rejected: number } | null } | null
  result: { created: number; updated: number; unchanged: number; clientsCreated: number } | null
}

const AT_WORK = ['uploading', 'inspecting', 'storing', 'cancelling']

/** Stores a file through the running server; where none runs on the data folder, through one that runs just for this. */
export function addImport(program: Command) {
  program
    .command('import <file>')
    .description('store a visit file in the data folder or database that the app serves')
    .action(async (file: string) => {
      const { size } = await stat(file).catch(() => {
        throw new Failure(`${file}: no such file`)
      })
      if (size === 0) throw new Failure(`${file}: the file is empty`)
      const server = await reachServer()
      try {
        const received = await post(
          server,
          `/imports?name=${encodeURIComponent(basename(file))}`,
          await openAsBlob(file),
        )
        const inspected = await settled(server, received, `Reading ${file}`)
        if (inspected.state !== 'ready') throw failed(file, inspected)
        await post(server, `/imports/${received.id}/confirm`)
        const stored = await settled(server, received, `Storing ${file}`)
        if (stored.state !== 'done') throw failed(file, stored)
        console.log(describe(stored))
        await saveRejects(file, server, stored)
      } finally {
        await server.close()
      }
    })
}

const post = (server: ReachedServer, path: string, body?: Blob) =>
  server.request<ImportAnswer>(path, { method: 'POST', ...(body ? { body } : {}) })

/** Waits until the import is not at work any more, showing how far it is. */
async function settled(server: ReachedServer, { id }: ImportAnswer, title: string): Promise<ImportAnswer> {
  const progress = progressLine(title)
  for (;;) {
    const answer = await server.request<ImportAnswer>(`/imports/${id}`)
    if (!AT_WORK.includes(answer.state)) {
      progress.end()
      return answer
    }
    if (answer.progress) progress.show(answer.progress.done, answer.progress.total)
    await new Promise((done) => setTimeout(done, 200))
  }
}

function failed(file: string, { error, inspection, state }: ImportAnswer): Failure {
  const missing = inspection?.missing ?? []
  if (error) return new Failure(`${file}: ${error.message}`)
  if (missing.length > 0) return new Failure(`${file}: no column for ${missing.join(', ')}; name it on the import page`)
  return new Failure(`${file}: the import ended as ${state}`, 1)
}

/** Lists the rows that could not be used beside the file, as every command does. */
async function saveRejects(file: string, server: ReachedServer, { id, inspection }: ImportAnswer) {
  const { rejected, rows } = inspection?.quality ?? { rejected: 0, rows: 0 }
  if (rejected === 0) return
  const path = `${file}.rejects.csv`
  const response = await server.fetch(`/imports/${id}/rejects.csv`)
  await writeFile(path, new Uint8Array(await response.arrayBuffer()))
  console.error(`${rejected} of ${rows} rows could not be used; they are listed in ${path}`)
}

function describe({ result }: ImportAnswer): string {
  const { created = 0, updated = 0, unchanged = 0, clientsCreated = 0 } = result ?? {}
  return `${created} appointments created, ${updated} updated, ${unchanged} unchanged; ${clientsCreated} new clients`
}
