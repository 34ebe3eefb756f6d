import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readDatabaseUrl, readSecret } from './read-secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'comeback-secret-'))
const file = join(folder, 'secret')
writeFileSync(file, 'p@ss/w%rd\n')
afterAll(() => rmSync(folder, { recursive: true }))

test('a secret is the variable or the content of its file, not both', () => {
  expect(readSecret({}, 'TOKEN')).toBeNull()
  expect(readSecret({ TOKEN: 'abc' }, 'TOKEN')).toBe('abc')
  expect(readSecret({ TOKEN_FILE: file }, 'TOKEN')).toBe('p@ss/w%rd')
  expect(() => readSecret({ TOKEN: 'abc', TOKEN_FILE: file }, 'TOKEN')).toThrow('both set')
  expect(() => readSecret({ TOKEN_FILE: join(folder, 'none') }, 'TOKEN')).toThrow('TOKEN_FILE=')
})

test('a password given apart becomes part of the address, whatever it is made of', () => {
  const url = readDatabaseUrl({ DATABASE_URL: 'postgres://me@db:5432/salon', DATABASE_PASSWORD_FILE: file })
  expect(decodeURIComponent(new URL(url!).password)).toBe('p@ss/w%rd')
  expect(url).toMatch(/^postgres:\/\/me:[^@]+@db:5432\/salon$/)
  expect(readDatabaseUrl({ DATABASE_PASSWORD: 'x' })).toBeNull()
  expect(() => readDatabaseUrl({ DATABASE_URL: 'salon', DATABASE_PASSWORD: 'x' })).toThrow('DATABASE_URL')
})
