import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { type Bookable, bookable } from '../book/bookable.ts'
import { buffersOf } from '../in-thread.ts'
import {
  headlineOf,
  IntakeError,
  inspectFile,
  nothingUsable,
  type Reject,
  readBook,
  writeRejects,
} from '../intake/index.ts'
import { REJECTS_SHOWN } from './import.ts'
import type { FreshInspection, ReadAnswer, ReadTask, WorkerMessage } from './read-in-worker.ts'

// The thread of readInWorker: reads one file, answers and ends.

const task = workerData as ReadTask
const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(message, transfer)

try {
  const answer = await work()
  send({ kind: 'answer', answer }, task.kind === 'read' ? buffersOf(answer as Bookable) : [])
} catch (error) {
  if (error instanceof IntakeError) send({ kind: 'unusable', code: error.code, details: error.details })
  else send({ kind: 'broken', error })
}

async function work(): Promise<ReadAnswer<ReadTask>> {
  switch (task.kind) {
    case 'inspect':
      return inspect(task)
    case 'read':
      return bookable((await readBook(task.path, task.options)).book)
    case 'rejects':
      return writeRejects(task.path, JSON.parse(await readFile(task.rejectsFile, 'utf8')) as Reject[], task.file)
  }
}

async function inspect({
  path,
  options,
  rules,
  rejectsFile,
}: ReadTask & { kind: 'inspect' }): Promise<FreshInspection> {
  const inspection = await inspectFile(path, options)
  if (inspection.missing.length > 0 || inspection.ambiguous.length > 0) {
    return { inspection, quality: null, headline: null, rejects: [], rejectCount: 0, unusable: null }
  }
  const { book, asOf, quality, rejects, inspection: final } = await readBook(path, options)
  await writeFile(rejectsFile, JSON.stringify(rejects))
  const { phone, email } = book.clients
  const headline = asOf === null ? null : headlineOf({ ...book, phone, email }, asOf, rules)
  const shown = rejects.slice(0, REJECTS_SHOWN)
  const unusable = nothingUsable(options.fileName ?? basename(path), quality, rejects)
  return {
    inspection: final,
    quality,
    headline,
    rejects: shown,
    rejectCount: quality.rejected,
    unusable: unusable?.details ?? null,
  }
}
