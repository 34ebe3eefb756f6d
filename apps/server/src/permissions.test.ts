import { expect, test } from 'vitest'
import * as module from './permissions.ts'
import { type Actor, ROLES, type Role } from './permissions.ts'

const permissions = { ...module }

const actor = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  ...{ role, staff: null, seesContacts: false, locations: null },
  ...more,
})

/** Columns: owner, manager, administrator, master, analyst, stranger. */
const TABLE = {
  canSeeSalon: '✓ ✓ ✓ – ✓ ✓',
  canListClients: '✓ ✓ ✓ ✓ ✓ ✓',
  canSeeContacts: '✓ ✓ ✓ – – ✓',
  canSeeNames: '✓ ✓ ✓ ✓ – ✓',
  canExport: '✓ ✓ ✓ – ✓ ✓',
  canSeeQuality: '✓ ✓ ✓ – ✓ ✓',
  canImport: '✓ ✓ ✓ – – –',
  canUndoImport: '✓ ✓ – – – –',
  canChangeSettings: '✓ ✓ – – – –',
  canSeeMembers: '✓ ✓ – – – –',
  canSeeAudit: '✓ ✓ – – – –',
} as const

const COLUMNS = [...ROLES, 'stranger'] as const

test.each(Object.entries(TABLE))('%s', (name, row) => {
  const can = permissions[name as keyof typeof TABLE]
  expect(COLUMNS.map((role) => (can(actor(role)) ? '✓' : '–')).join(' ')).toBe(row)
})

test('every predicate about an actor is in the table', () => {
  const predicates = Object.keys(permissions).filter((name) => name.startsWith('can') && name !== 'canManage')
  expect(predicates.sort()).toEqual(Object.keys(TABLE).sort())
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
  ] as const
  expect(whole.filter((name) => permissions[name](manager))).toEqual([])
  expect(permissions.canManage(manager, 'master')).toBe(false)
  expect(permissions.canSeeSalon(manager)).toBe(true)
})

test('a master sees contacts by leave of the owner', () => {
  expect(permissions.canSeeContacts(actor('master', { seesContacts: true }))).toBe(true)
  expect(permissions.canSeeContacts(actor('analyst', { seesContacts: true }))).toBe(false)
})
