import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { staff } from '../book/tables.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { databaseCode, describeError } from './describe-error.ts'

const NAME = 'Кароліна Приватна'

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describeStores('errors of the database in the log', (fresh) => {
  test('say the statement and the code, not the values', async () => {
    const { db, workspaceId } = await newScope(await fresh())
    const row = { workspaceId, id: 1, createdImportId: 1, name: NAME }
    await db.insert(staff).values(row)
    const twice = describeError(await thrownBy(() => db.insert(staff).values(row)))
    const noNumber = describeError(await thrownBy(() => db.execute(sql`SELECT ${NAME}::int`)))

    expect(JSON.stringify([twice, noNumber])).not.toContain('Приватна')
    expect([twice, noNumber].map(databaseCode)).toEqual(['23505', '22P02'])
    expect(twice.query).toContain('insert into "staff"')
    expect(twice.cause).toMatchObject({ table: 'staff', constraint: 'staff_workspace_id_id_pk' })
    expect(twice.stack.length).toBeGreaterThan(0)
  })
})

test('messages of parsers, e-mails and phone numbers are left out', async () => {
  const parsed = describeError(await thrownBy(async () => JSON.parse(`${NAME}`)))
  const zone = describeError(await thrownBy(async () => new Intl.DateTimeFormat('en', { timeZone: NAME })))
  const said = describeError(new Error('no mailbox olena@example.com', { cause: new Error('or +380 67 123-45-67') }))
  expect(JSON.stringify([parsed, zone])).not.toContain('Приватна')
  expect([said.message, said.cause?.message]).toEqual(['no mailbox [e-mail]', 'or [number]'])
})

test('codes of the operating system are the database’s only when a connection broke', () => {
  const withCode = (code: string) => databaseCode(describeError(Object.assign(new Error('x'), { code })))
  expect(['ECONNREFUSED', '57P01', 'ENOENT', 'EBUSY'].map(withCode)).toEqual(['ECONNREFUSED', '57P01', null, null])
})
