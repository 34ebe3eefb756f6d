import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import type { Env } from './env.ts'
import { hashOfBody, hashWhileRead } from './hash-body.ts'
import {
  beginAnswer,
  forgetAnswer,
  type KeptAnswer,
  keepAnswer,
  mayBeAtWork,
  RENEW_MS,
  renewLease,
} from './keep-answers.ts'

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE']
const SOUND_KEY = /^[\x21-\x7e]{8,255}$/

/**
 * A write with an Idempotency-Key is done once: the same key of the same asker gets the same answer for 24 hours.
 * Throws `badIdempotencyKey`; `requestAtWork` while the first one has not ended; `outcomeUnknown` when its server stopped in
 * the middle, so that nobody can say whether it was done; `idempotencyKeyUsed` when the key came with another request.
 * Answers of 500 and more are not kept: that request may be tried again.
 */
export function idempotent(clock: () => Date = () => new Date()): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    const { who, scope, seal } = c.var
    if (key === undefined || !WRITES.includes(c.req.method) || who.kind === 'stranger') return next()
    if (!SOUND_KEY.test(key)) throw new AppError('badIdempotencyKey')
    const name = { asker: 'id' in who ? `${who.kind} ${who.id}` : who.kind, keyHash: sha256(key) }
    const before = await beginAnswer(scope, name, headOf(c), clock())
    if (before) return answerAgain(c, before, key, clock())
    const bodyHash = hashWhileRead(c)
    // a lease that could not be moved on is moved on the next time
    const renew = () => renewLease(scope, name, clock()).catch(() => {})
    const living = setInterval(renew, RENEW_MS).unref()
    try {
      await next()
    } finally {
      clearInterval(living)
    }
    const { status } = c.res
    if (status >= 500) return forgetAnswer(scope, name)
    const answer = seal.close(purposeOf(key), await c.res.clone().text())
    await keepAnswer(scope, name, { bodyHash: bodyHash(), status, answer })
  }
}

async function answerAgain(c: Context<Env>, before: KeptAnswer, key: string, now: Date): Promise<Response> {
  if (before.head !== headOf(c)) throw new AppError('idempotencyKeyUsed')
  if (before.status === null || before.answer === null) {
    throw new AppError(mayBeAtWork(before, now) ? 'requestAtWork' : 'outcomeUnknown')
  }
  if (before.bodyHash !== null && before.bodyHash !== (await hashOfBody(c))) throw new AppError('idempotencyKeyUsed')
  const text = c.var.seal.open(purposeOf(key), before.answer)
  // closed by a secret this server no longer has
  if (text === null) throw new AppError('outcomeUnknown')
  return c.body(text, before.status as 200, { 'content-type': 'application/json', 'idempotency-replayed': 'true' })
}

function headOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return sha256([c.req.method, pathname + search, c.req.header('content-type') ?? ''].join('\n'))
}

const purposeOf = (key: string) => `answer to ${key}`

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
