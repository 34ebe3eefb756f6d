import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { VisitRules } from '@comeback/retention'
import type { Bookable } from '../book/index.ts'
import { inThread } from '../in-thread.ts'
import {
  IntakeError,
  type IntakeErrorCode,
  type IntakeErrorDetails,
  type IntakeOptions,
  type RejectsFile,
} from '../intake/index.ts'
import type { InspectedFile } from './import.ts'

/** What the worker is asked. */
export type ReadTask =
  | { kind: 'inspect'; path: string; options: IntakeOptions; rules: VisitRules; rejectsFile: string }
  | { kind: 'read'; path: string; options: IntakeOptions }
  | { kind: 'rejects'; path: string; rejectsFile: string; file: RejectsFile }

/** What an inspection finds, and why nothing of the file can be stored, if so. */
export type FreshInspection = InspectedFile & { unusable: IntakeErrorDetails | null }

/** The book, what an inspection finds, or the path rejects were written to. */
interface Answers {
  inspect: FreshInspection
  read: Bookable
  rejects: string
}

export type ReadAnswer<Task extends ReadTask> = Answers[Task['kind']]

interface ReadLimits {
  mostMegabytes?: number
  seconds?: number
}

export type WorkerMessage =
  | { kind: 'answer'; answer: Answers[keyof Answers] }
  | { kind: 'unusable'; code: IntakeErrorCode; details: IntakeErrorDetails }
  | { kind: 'broken'; error: unknown }

const WORKER = new URL('./intake-worker.ts', import.meta.url)

/** Memory for objects; the columns of a book lie outside of it. The largest workbook that is read takes 1.5 GB. */
const MOST_MEGABYTES = 2048
/** Some twenty times what reading takes on a quiet machine. */
const LEAST_SECONDS = 60
const SECONDS_PER_MEGABYTE = 3

/**
 * Reads a visit file in a thread of its own, for the server to answer meanwhile. A file that takes more memory or time
 * than its size explains ends alone. Throws IntakeError when the file is unusable, and the signal's reason when it is
 * stopped.
 */
export async function readInWorker<Task extends ReadTask>(
  task: Task,
  signal: AbortSignal,
  limits: ReadLimits = {},
): Promise<ReadAnswer<Task>> {
  const { mostMegabytes = MOST_MEGABYTES, seconds = await secondsFor(task.path) } = limits
  const tooLate = AbortSignal.timeout(Math.ceil(seconds * 1000))
  const stopped = AbortSignal.any([signal, tooLate])
  const message = await inThread<WorkerMessage>(WORKER, task, { signal: stopped, mostMegabytes }).catch((error) => {
    const tooMuch = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' || error === tooLate.reason
    throw tooMuch ? new IntakeError('tooMuchToRead', { file: nameOf(task) }) : error
  })
  if (message.kind === 'unusable') throw new IntakeError(message.code, message.details)
  if (message.kind === 'broken') throw message.error
  return message.answer as ReadAnswer<Task>
}

async function secondsFor(path: string): Promise<number> {
  // that it is gone is for the reader to say
  const { size } = (await stat(path).catch(() => null)) ?? { size: 0 }
  return LEAST_SECONDS + (SECONDS_PER_MEGABYTE * size) / 2 ** 20
}

function nameOf(task: ReadTask): string {
  return ('options' in task && task.options.fileName) || basename(task.path)
}
