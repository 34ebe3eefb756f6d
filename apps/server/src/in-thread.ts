import { Worker } from 'node:worker_threads'

export interface ThreadOptions {
  /** memory to be handed over to the thread instead of copied */
  transfer?: ArrayBuffer[]
  /** stops the thread; the call fails with the signal's reason */
  signal?: AbortSignal
  /** memory the thread may take; beyond, the call fails with `ERR_WORKER_OUT_OF_MEMORY` */
  mostMegabytes?: number
}

/**
 * Runs a script in a thread of its own with `task` as its workerData, for the server to answer meanwhile, and gives the
 * first message it posts. The thread ends with that and does not keep the process alive. Throws what the thread threw.
 */
export async function inThread<Answer>(script: URL, task: object, options: ThreadOptions = {}): Promise<Answer> {
  const { transfer = [], signal, mostMegabytes } = options
  signal?.throwIfAborted()
  const worker = new Worker(script, {
    workerData: task,
    transferList: transfer,
    ...(mostMegabytes && { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } }),
  })
  worker.unref()
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error(`the thread of ${script.pathname} ended without an answer`)))
  const stop = () => reject(signal?.reason)
  signal?.addEventListener('abort', stop)
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** The memory of every column in `value`, for `transfer`. */
export function buffersOf(value: object): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const each of Object.values(value)) {
    if (ArrayBuffer.isView(each)) buffers.add(each.buffer as ArrayBuffer)
    else if (typeof each === 'object' && each !== null && !Array.isArray(each)) {
      for (const buffer of buffersOf(each)) buffers.add(buffer)
    }
  }
  return [...buffers]
}
