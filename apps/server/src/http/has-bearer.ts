import { sameSecret } from './same-secret.ts'

/** Whether a request carries this token, compared in the same time whatever it carries. */
export function hasBearer(headers: Headers, token: string): boolean {
  const given = headers.get('authorization')?.match(/^Bearer (\S+)$/i)?.[1]
  return given !== undefined && sameSecret(given, token)
}
