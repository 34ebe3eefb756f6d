import { sql } from 'drizzle-orm'
import { type Door, OPERATOR_TOKEN, openApp } from '../accounts/testing.ts'
import { bookable, hideImport, showImport, storeBook } from '../book/index.ts'
import { bookOf, type TestClient, type TestLine } from '../book/testing.ts'
import { type DriverStore, rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { Role } from '../permissions.ts'
import { unlockContacts } from './index.ts'

/**
 * A salon with an owner and the whole app before it, contacts sealed where there is a key; members join by invitation.
 * Close it before the store.
 */
export async function openSalon(store: DriverStore, key: string | null = null) {
  const app = await openApp(await unlockContacts(store, key))
  const owner = app.visitor()
  await owner.post('/registration', { ...person('owner'), salon: 'Салон' })
  const join = async (role: Role): Promise<Door> => {
    const member = app.visitor()
    const rights = { role, staff: null, seesContacts: false, locations: null }
    const { link } = (await owner.post('/members/invitations', rights)).body
    await member.post(`/invitations/${link.split('/').at(-1)}/registration`, person(role))
    return member
  }
  return { app, owner, join, scope: app.workspaces.own, close: app.close }
}

const person = (name: string) => ({ name, email: `${name}@salon.test`, password: 'дуже довгий пароль' })

/** Stores a book the way an import does: hidden until it is whole. */
export async function storeVisibly(
  scope: WorkspaceScope,
  importId: number,
  rows: TestLine[],
  clients: Record<string, TestClient>,
) {
  await hideImport(scope, importId, 'new')
  await storeBook(scope, bookable(bookOf(rows, clients)), { importId })
  await showImport(scope, importId)
}

type Salon = Awaited<ReturnType<typeof openSalon>>

/** Imports a visit file through the API, as the command line of this machine does; answers its number. */
export async function importFile({ app: { app } }: Salon, csv: string): Promise<number> {
  const ask = async (method: string, path: string, body?: string) => {
    const headers = { authorization: `Bearer ${OPERATOR_TOKEN}`, 'content-type': 'application/octet-stream' }
    const response = await app.request(`/api${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    return (await response.json()) as { id: number; state: string }
  }
  const { id } = await ask('POST', '/imports?name=visits.csv', csv)
  const until = async (state: string) => {
    for (;;) {
      const found = await ask('GET', `/imports/${id}`)
      if (found.state === state) return
      if (found.state === 'failed') throw new Error('the import failed')
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  await until('ready')
  await ask('POST', `/imports/${id}/confirm`)
  await until('done')
  return id
}

/** Every row of every table as text, as a dump of the database has it. */
export async function everyRow({ scope: { db } }: Salon): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  let text = ''
  for (const { name } of tables) {
    text += JSON.stringify(await rowsOf(db, sql`SELECT t::text AS row FROM ${sql.identifier(name)} t`))
  }
  return text
}
