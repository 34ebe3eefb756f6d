import type { ContactVault } from '../vault/index.ts'
import { searchText } from './search-text.ts'

/** Texts of a client that are stored sealed where there is a key. */
export interface PlainContacts {
  externalId: string
  name: string
  phone: string
  email: string
  birthday: string
}

export interface StoredContacts extends PlainContacts {
  searchText: string
}

/** Contacts as they are stored; `key` is `clients.key` as stored, so that each client's texts look their own. */
export function sealContacts(vault: ContactVault, key: string, contacts: PlainContacts): StoredContacts {
  const { externalId, name, phone, email, birthday } = contacts
  const seal = (field: string, text: string) => vault.seal(text, `${key} ${field}`)
  return {
    externalId: seal('externalId', externalId),
    name: seal('name', name),
    phone: seal('phone', phone),
    email: seal('email', email),
    birthday: seal('birthday', birthday),
    searchText: seal('searchText', searchText(name, phone, email)),
  }
}

/** The texts behind what is stored. */
export function openContacts<Stored extends Partial<PlainContacts>>(vault: ContactVault, stored: Stored): Stored {
  if (!vault.sealing) return stored
  const opened = { ...stored }
  for (const field of ['externalId', 'name', 'phone', 'email', 'birthday'] as const) {
    const text = stored[field]
    if (text !== undefined) opened[field] = vault.open(text)
  }
  return opened
}
