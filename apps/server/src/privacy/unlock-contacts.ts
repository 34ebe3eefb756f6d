import type { Store } from '../database/index.ts'
import { log } from '../log/index.ts'
import { ContactsKeyError, type ContactVault, createSealingVault } from '../vault/index.ts'
import { sealEverything } from './seal-everything.ts'
import { contactSeals } from './tables.ts'

const PROOF = 'comeback'

/**
 * Makes a store whose contacts can be read: with the key they are sealed with, and with the first key there is, sealing
 * them now. Throws ContactsKeyError saying what to do when the key is missing or another one.
 */
export async function unlockContacts<Opened extends Store>(store: Opened, key: string | null): Promise<Opened> {
  const vault = key === null ? null : createSealingVault(key)
  // two servers that start with a new key must not both seal
  await store.exclusively('contacts key', async () => {
    const [seal] = await store.db.select().from(contactSeals)
    if (seal) check(seal.proof, vault)
    else if (vault) {
      log.info('contacts are being sealed with the new key')
      const clients = await sealEverything(store, vault, vault.keyOf(PROOF))
      log.info('contacts are sealed', { clients })
    }
  })
  return vault ? { ...store, vault } : store
}

function check(proof: string, vault: ContactVault | null) {
  if (!vault) {
    throw new ContactsKeyError(
      'Contacts in this database are sealed: start with the COMEBACK_CONTACTS_KEY they were sealed with',
    )
  }
  if (vault.keyOf(PROOF) !== proof) {
    throw new ContactsKeyError('COMEBACK_CONTACTS_KEY is not the key the contacts in this database are sealed with')
  }
}
