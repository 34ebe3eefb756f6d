import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/**
 * Has the body hashed while the route reads it, however large. Answers a function that tells the hash, `null` when the
 * route did not read to the end.
 */
export function hashWhileRead(c: Context): () => string | null {
  const hash = createHash('sha256')
  const { body } = c.req.raw
  if (!body) return () => hash.copy().digest('hex')
  let isOver = false
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        hash.update(chunk)
        controller.enqueue(chunk)
      },
      flush() {
        isOver = true
      },
    }),
  )
  const init = { body: counted, duplex: 'half' }
  c.req.raw = new Request(c.req.raw, init)
  return () => (isOver ? hash.copy().digest('hex') : null)
}

/** Reads the body to its end for its hash alone. */
export async function hashOfBody(c: Context): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of c.req.raw.body ?? []) hash.update(chunk)
  return hash.digest('hex')
}
