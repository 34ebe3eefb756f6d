import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSealingVault } from './index.ts'

const vault = createSealingVault('k'.repeat(32))

test('what is sealed opens again, says nothing, and is alike only in its own place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const sealed = vault.seal(text, 'client 1')
      expect(vault.open(sealed)).toBe(text.toWellFormed())
      expect(vault.seal(text, 'client 1')).toBe(sealed)
      expect(vault.seal(text, 'client 2')).not.toBe(sealed)
      expect(sealed).toMatch(/^sealed1:[A-Za-z0-9+/=]+$/)
    }),
  )
  expect([vault.seal('', 'x'), vault.open('')]).toEqual(['', ''])
})

test('with another key, or changed on the way, nothing opens', () => {
  const sealed = vault.seal('Олена', 'client 1')
  const other = createSealingVault('o'.repeat(32))
  expect(() => other.open(sealed)).toThrow()
  const [last] = sealed.slice(-3)
  expect(() => vault.open(`${sealed.slice(0, -3)}${last === 'A' ? 'B' : 'A'}${sealed.slice(-2)}`)).toThrow()
  expect(other.keyOf('+380671112233')).not.toBe(vault.keyOf('+380671112233'))
  expect(vault.keyOf('+380671112233')).toBe(vault.keyOf('+380671112233'))
})

test('a short key is refused with what to do', () => {
  expect(() => createSealingVault('secret')).toThrow('openssl rand')
})
