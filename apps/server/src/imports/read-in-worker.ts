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

/** The book, what an inspection finds, or the path rejects were written to. */
interface Answers {
  inspect: InspectedFile
  read: Bookable
  rejects: string
}

export type ReadAnswer<Task extends ReadTask> = Answers[Task['kind']]

export type WorkerMessage =
  | { kind: 'answer'; answer: Answers[keyof Answers] }
  | { kind: 'unusable'; code: IntakeErrorCode; details: IntakeErrorDetails }
  | { kind: 'broken'; error: unknown }

const WORKER = new URL('./intake-worker.ts', import.meta.url)

/**
 * Reads a visit file in a thread of its own, for the server to answer meanwhile. Throws IntakeError when the file is
 * unusable, and the signal's reason when it is stopped.
 */
export async function readInWorker<Task extends ReadTask>(task: Task, signal: AbortSignal): Promise<ReadAnswer<Task>> {
  const message = await inThread<WorkerMessage>(WORKER, task, { signal })
  if (message.kind === 'unusable') throw new IntakeError(message.code, message.details)
  if (message.kind === 'broken') throw message.error
  return message.answer as ReadAnswer<Task>
}
