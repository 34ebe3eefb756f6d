export { type ContactVault, PLAIN_VAULT } from './contact-vault.ts'
export { ContactsKeyError } from './contacts-key-error.ts'
export { createSealingVault } from './sealing-vault.ts'
