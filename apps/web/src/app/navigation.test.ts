import type { Actor } from '@comeback/server/permissions'
import { expect, test } from 'vitest'
import { barOf, startOf } from './navigation.ts'

const OF_ALL = { staff: null, seesContacts: false, locations: null } as const
const person = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({ ...OF_ALL, role, ...more })
const everything = () => true
const nothing = () => false

test('an administrator begins with the calls, a master with who is due, everybody else with the report', () => {
  const starts = (['owner', 'manager', 'administrator', 'master', 'analyst', 'stranger'] as const).map((role) =>
    startOf(person(role), everything),
  )
  expect(starts).toEqual(['/retention', '/retention', '/calls', '/due', '/retention', '/retention'])
})

test('nobody begins where their plan or their locations do not let them', () => {
  expect(startOf(person('administrator'), nothing)).toBe('/retention')
  expect(startOf(person('administrator', { locations: ['Поділ'] }), everything)).toBe('/retention')
  expect(startOf(person('master'), nothing)).toBe('/retention')
})

test('the bar of a phone has what a person uses most and has', () => {
  const bar = (actor: Actor, has = everything) => barOf(actor, has).map(({ to }) => to)
  expect(bar(person('owner'))).toEqual(['/overview', '/due', '/calls', '/replies'])
  expect(bar(person('administrator'))).toEqual(['/overview', '/due', '/calls', '/replies'])
  expect(bar(person('analyst'))).toEqual(['/overview', '/due', '/clients'])
  expect(bar(person('master'))).toEqual(['/due', '/clients'])
  expect(bar(person('administrator', { locations: ['Поділ'] }))).toEqual(['/overview', '/due', '/clients'])
  expect(bar(person('owner'), nothing)).toEqual(['/overview', '/clients'])
})
