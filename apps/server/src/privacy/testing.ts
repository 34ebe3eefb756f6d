import { type Door, openApp } from '../accounts/testing.ts'
import { bookable, hideImport, showImport, storeBook } from '../book/index.ts'
import { bookOf, type TestClient, type TestLine } from '../book/testing.ts'
import type { DriverStore, WorkspaceScope } from '../database/index.ts'
import type { Role } from '../permissions.ts'

/** A salon with an owner and the whole app before it; members join by invitation. Close it before the store. */
export async function openSalon(store: DriverStore) {
  const app = await openApp(store, { openRegistration: true })
  const owner = app.visitor()
  await owner.post('/registration', { ...person('owner'), salon: 'Салон' })
  const { workspaceId } = (await owner.get('/session')).body
  const join = async (role: Role): Promise<Door> => {
    const member = app.visitor()
    const rights = { role, staff: null, seesContacts: false, locations: null }
    const { link } = (await owner.post('/members/invitations', rights)).body
    await member.post(`/invitations/${link.split('/').at(-1)}/registration`, person(role))
    return member
  }
  return { app, owner, join, scope: app.scopeOf(workspaceId), close: app.close }
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
