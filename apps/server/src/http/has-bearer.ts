import { sameSecret } from './same-secret.ts'

/** The token a request carries, `null` without one. */
export function bearerOf(headers: Headers): string | null {
  return headers.get('authorization')?.match(/^Bearer (\S+)$/i)?.[1] ?? null
}

/** Whether a request carries this token, compared in the same time whatever it carries. */
export function hasBearer(headers: Headers, token: string): boolean {
  const given = bearerOf(headers)
  return given !== null && sameSecret(given, token)
}
