import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import { believableHeaders } from '../http/client-address.ts'
import type { Auth } from './auth.ts'

/** Hands a request on to the sign-in library; too many tries are answered as every other failure. */
export async function answerAuth(auth: Auth, c: Context): Promise<Response> {
  const response = await auth.handler(new Request(c.req.raw, { headers: believableHeaders(c) }))
  if (response.status === 429) throw new AppError('tooManyTries')
  return response
}
