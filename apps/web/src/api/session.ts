import { queryOptions } from '@tanstack/react-query'
import { forgetKept, pauseKeeping } from '../offline/kept-answers.ts'
import { ApiError, request, sendJson } from './request.ts'
import { lookAt } from './salon.ts'
import type { Members, Rights, Session } from './types.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await request<Session>('/session', { signal })
    lookAt(session.workspaceId)
    return session
  },
})

export interface NewPerson {
  name: string
  email: string
  password: string
}

/** A person with a business; the code is asked for the first of a server that others reach. */
export type NewOwner = NewPerson & { salon: string; setupCode: string }

export const register = (person: NewOwner) => enter('/registration', person)
/** Has a mail sent to finish with; `invitation`: its token, `null` for a salon of one's own. */
export const askForAccount = (email: string, invitation: string | null) =>
  sendJson('POST', '/registration-links', { email, invitation })
export const registrantQuery = (token: string) =>
  queryOptions({
    queryKey: ['registrant', token],
    queryFn: ({ signal }) =>
      request<{ email: string; workspaceName: string | null }>(`/registration-links/${encodeURIComponent(token)}`, {
        signal,
      }),
  })
export const finishAccount = (token: string, { name, password, salon }: NewOwner) =>
  enter(`/registration-links/${encodeURIComponent(token)}`, { name, password, salon })

/** Enters a salon: this tab looks at the one the server answers. */
export async function enter(path: string, body: unknown): Promise<{ workspaceId: string }> {
  pauseKeeping()
  const entered = await sendJson<{ workspaceId: string }>('POST', path, body)
  lookAt(entered.workspaceId)
  return entered
}

export const chooseWorkspace = (workspaceId: string) => enter('/session/workspace', { workspaceId })

const invitationPath = (token: string) => `/invitations/${encodeURIComponent(token)}`
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      request<{ workspaceName: string; email: string; role: Rights['role'] }>(invitationPath(token), { signal }),
  })
export const joinByInvitation = (token: string) => enter(`${invitationPath(token)}/acceptance`, {})
export const registerByInvitation = (token: string, person: NewPerson) =>
  enter(`${invitationPath(token)}/registration`, person)

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => request<Members>('/members', { signal }),
})
export const invite = (invitation: Rights & { email: string }) =>
  sendJson<{ id: string; link: string; mailed: boolean }>('POST', '/members/invitations', invitation)
export const withdrawInvitation = (id: string) => request(`/members/invitations/${id}`, { method: 'DELETE' })
export const changeMember = (id: string, rights: Partial<Rights>) => sendJson('PATCH', `/members/${id}`, rights)
export const removeMember = (id: string) => request(`/members/${id}`, { method: 'DELETE' })

/** What the sign-in library's answers mean to a person. */
const CODES: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongPassword',
  INVALID_PASSWORD: 'wrongPassword',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TOKEN: 'linkOld',
  PASSWORD_TOO_SHORT: 'weakPassword',
  PASSWORD_TOO_LONG: 'weakPassword',
}

/** Speaks to the sign-in library, whose errors are not the server's own. */
async function auth<T>(path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/api/auth${path}`, init).catch(() => {
    throw new ApiError(0, { code: 'offline', message: 'The server does not answer' })
  })
  const answer = (await response.json().catch(() => null)) as (T & { code?: string; message?: string }) | null
  if (response.ok) {
    if (/^\/sign-(in|out)|^\/two-factor\/verify/.test(path)) lookAt(null)
    return answer as T
  }
  const code = response.status === 429 ? 'tooManyTries' : CODES[answer?.code ?? '']
  throw new ApiError(response.status, { code: code ?? 'unreadable', message: answer?.message ?? '' })
}

export const signIn = (email: string, password: string) =>
  auth<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
/** A code of the authenticator has six digits; anything else is taken for a backup code. */
export const verifySecondFactor = (code: string) =>
  /^\d{6}$/.test(code) ? auth('/two-factor/verify-totp', { code }) : auth('/two-factor/verify-backup-code', { code })
export const signOut = async () => {
  await forgetKept()
  return auth('/sign-out', {})
}
export const askForReset = (email: string) => auth('/request-password-reset', { email, redirectTo: '/reset-password' })
export const resetPassword = (token: string, newPassword: string) => auth('/reset-password', { token, newPassword })
export const changePassword = (currentPassword: string, newPassword: string) =>
  auth('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
export const enableSecondFactor = (password: string) =>
  auth<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password })
export const disableSecondFactor = (password: string) => auth('/two-factor/disable', { password })

export interface OpenSession {
  id: string
  token: string
  createdAt: string
  userAgent: string | null
}
export const openSessionsQuery = queryOptions({
  queryKey: ['session', 'list'],
  queryFn: () => auth<OpenSession[]>('/list-sessions'),
})
export const endOtherSessions = () => auth('/revoke-other-sessions', {})
