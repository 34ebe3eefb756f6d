import { expect, test } from 'vitest'
import * as module from './permissions.ts'
import { type Actor, KEY_SCOPES, ROLES, type Role } from './permissions.ts'

const permissions = { ...module }

const actor = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  ...{ role, staff: null, seesContacts: false, locations: null },
  ...more,
})

/** Columns: owner, manager, administrator, master, analyst, stranger. */
const TABLE = {
  canSeeSalon: '✓ ✓ ✓ – ✓ ✓',
  canSeeReports: '✓ ✓ ✓ ✓ ✓ ✓',
  canSeeSalonReports: '✓ ✓ ✓ – ✓ ✓',
  canListClients: '✓ ✓ ✓ ✓ ✓ ✓',
  canSeeContacts: '✓ ✓ ✓ – – ✓',
  canSeeNames: '✓ ✓ ✓ ✓ – ✓',
  canExport: '✓ ✓ ✓ – ✓ ✓',
  canExportClients: '✓ ✓ ✓ – ✓ ✓',
  canSeeQuality: '✓ ✓ ✓ – ✓ ✓',
  canImport: '✓ ✓ ✓ – – –',
  canUndoImport: '✓ ✓ – – – –',
  canChangeSettings: '✓ ✓ – – – –',
  canSayGo: '✓ – – – – –',
  canSeeMembers: '✓ ✓ – – – –',
  canKeepConsents: '✓ ✓ ✓ – – –',
  canAnswerForData: '✓ ✓ – – – –',
  canSeeAudit: '✓ ✓ – – – –',
  canManageKeys: '✓ ✓ – – – –',
  canManageWebhooks: '✓ ✓ – – – –',
  canManageChannels: '✓ ✓ – – – –',
  canSeeBonuses: '✓ ✓ ✓ – ✓ ✓',
  canGiveBonuses: '✓ ✓ ✓ – – –',
  canSetBonusRules: '✓ ✓ – – – –',
  canSeeCalls: '✓ ✓ ✓ – – ✓',
  canWorkCalls: '✓ ✓ ✓ – – –',
  canSeeReplies: '✓ ✓ ✓ – – ✓',
  canSeeSurveys: '✓ ✓ ✓ – – ✓',
  canSetBookingPage: '✓ ✓ – – – –',
  canSeeGroups: '✓ ✓ ✓ – ✓ ✓',
  canChangeGroups: '✓ ✓ ✓ – – –',
  canExportGroups: '✓ ✓ ✓ – ✓ ✓',
  canSeeCampaigns: '✓ ✓ ✓ – ✓ ✓',
  canPrepareCampaigns: '✓ ✓ ✓ – – –',
  canSendCampaigns: '✓ ✓ – – – –',
} as const

const COLUMNS = [...ROLES, 'stranger'] as const

test.each(Object.entries(TABLE))('%s', (name, row) => {
  const can = permissions[name as keyof typeof TABLE]
  expect(COLUMNS.map((role) => (can(actor(role)) ? '✓' : '–')).join(' ')).toBe(row)
})

test('every predicate about an actor is in the table', () => {
  const predicates = Object.keys(permissions).filter(
    (name) => name.startsWith('can') && !['canManage', 'canHost'].includes(name),
  )
  expect(predicates.sort()).toEqual(Object.keys(TABLE).sort())
})

/** What a key of each scope alone may do, as whoever made it; columns as in KEY_SCOPES. */
const BY_SCOPE: Record<keyof typeof TABLE, string> = {
  canSeeSalon: '✓ ✓ ✓ ✓ ✓ ✓ ✓',
  canSeeReports: '✓ – – – – – –',
  canSeeSalonReports: '✓ – – – – – –',
  canListClients: '– ✓ – – – – –',
  canSeeContacts: '– – ✓ – – – –',
  canSeeNames: '– – ✓ – – – –',
  canExport: '✓ – – – – – –',
  canExportClients: '– ✓ – – – – –',
  canSeeQuality: '✓ – – – – – –',
  canImport: '– – – ✓ – – –',
  canUndoImport: '– – – ✓ – – –',
  canChangeSettings: '– – – – – – –',
  canSayGo: '– – – – – – –',
  canSeeMembers: '– – – – – – –',
  canKeepConsents: '– – – – – – –',
  canAnswerForData: '– – – – – – –',
  canSeeAudit: '– – – – – – –',
  canManageKeys: '– – – – – – –',
  canManageWebhooks: '– – – – ✓ – –',
  canManageChannels: '– – – – – – –',
  canSeeBonuses: '– – – – – ✓ –',
  canGiveBonuses: '– – – – – – ✓',
  canSetBonusRules: '– – – – – – –',
  canSeeCalls: '– – – – – ✓ –',
  canWorkCalls: '– – – – – – ✓',
  canSeeReplies: '– – – – – ✓ –',
  canSeeSurveys: '– – – – – ✓ –',
  canSetBookingPage: '– – – – – – –',
  canSeeGroups: '– – – – – ✓ –',
  canChangeGroups: '– – – – – – ✓',
  canExportGroups: '– – – – – – –',
  canSeeCampaigns: '– – – – – ✓ –',
  canPrepareCampaigns: '– – – – – – ✓',
  canSendCampaigns: '– – – – – – ✓',
}

test.each(Object.entries(BY_SCOPE))('%s by a key', (name, row) => {
  const can = permissions[name as keyof typeof TABLE]
  expect(KEY_SCOPES.map((scope) => (can(actor('manager', { scopes: [scope] })) ? '✓' : '–')).join(' ')).toBe(row)
})

test('scopes only narrow what the role allows, and a key manages nobody', () => {
  const analyst = actor('analyst', { scopes: KEY_SCOPES })
  expect([permissions.canSeeContacts(analyst), permissions.canImport(analyst)]).toEqual([false, false])
  const owner = actor('owner', { scopes: KEY_SCOPES })
  expect(ROLES.filter((role) => permissions.canManage(owner, role))).toEqual([])
})

/** Rows: who; columns: owner, manager, administrator, master, analyst. */
test.each([
  ['owner', '✓ ✓ ✓ ✓ ✓'],
  ['manager', '– ✓ ✓ ✓ ✓'],
  ['administrator', '– – – – –'],
  ['master', '– – – – –'],
  ['analyst', '– – – – –'],
  ['stranger', '– – – – –'],
] as const)('%s may manage', (who, row) => {
  const can = (role: Role) => permissions.canManage(actor(who), role)
  expect(ROLES.map((role) => (can(role) ? '✓' : '–')).join(' ')).toBe(row)
})

test('a person limited to locations does nothing to the whole book', () => {
  const manager = actor('manager', { locations: ['Поділ'] })
  const whole = [
    'canSeeQuality',
    'canImport',
    'canUndoImport',
    'canChangeSettings',
    'canSeeMembers',
    'canSeeAudit',
    'canSeeBonuses',
    'canGiveBonuses',
    'canSetBonusRules',
    'canSeeCalls',
    'canWorkCalls',
    'canSeeReplies',
    'canSeeSurveys',
    'canSetBookingPage',
    'canSeeGroups',
    'canChangeGroups',
    'canSeeCampaigns',
    'canPrepareCampaigns',
    'canSendCampaigns',
  ] as const
  expect(whole.filter((name) => permissions[name](manager))).toEqual([])
  expect(permissions.canManage(manager, 'master')).toBe(false)
  expect(permissions.canSeeSalon(manager)).toBe(true)
})

test('a master sees contacts by leave of the owner', () => {
  expect(permissions.canSeeContacts(actor('master', { seesContacts: true }))).toBe(true)
  expect(permissions.canSeeContacts(actor('analyst', { seesContacts: true }))).toBe(false)
})

test('a host is who was made one, whatever they are in a workspace', () => {
  expect([{ isHost: true }, { isHost: false }, null].map(permissions.canHost)).toEqual([true, false, false])
})
