import { expect, test } from 'vitest'
import { askedSalon, markOf, readMark } from './salon-mark.ts'

const OWN = '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e'
const OTHER = '019aab3c-6f00-7a10-8c3e-5b1d00000001'
const DEMO = '019aab3c-6f00-7a10-8c3e-5b1d00000002'
const salon = (id: string) => ({
  ...{ id, name: '', isPractice: false, role: 'owner' as const },
  ...{ staff: null, seesContacts: true, locations: null },
})
const session = { workspaceId: OWN, demoWorkspaceId: DEMO, workspaces: [OWN, OTHER].map(salon) }

test('a link leads here, to another salon of the person, to the demo, or to one they do not see', () => {
  expect(askedSalon(undefined, session)).toBe('here')
  expect(askedSalon(markOf(OWN), session)).toBe('here')
  expect(askedSalon(markOf(OTHER), session)).toEqual({ id: OTHER })
  expect(askedSalon(markOf(DEMO), session)).toEqual({ id: DEMO })
  expect(askedSalon('00000003', session)).toBe('unseen')
  expect(askedSalon(markOf(OWN), { workspaceId: DEMO, demoWorkspaceId: DEMO, workspaces: [] })).toBe('unseen')
})

test('what is no mark is not one', () => {
  expect(readMark({ w: markOf(OWN) })).toEqual({ w: '2f3a4c5e' })
  for (const w of [undefined, '', 'x', OWN, ['2f3a4c5e']]) expect(readMark({ w })).toEqual({})
})
