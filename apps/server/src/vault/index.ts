export { type ContactVault, PLAIN_VAULT } from './contact-vault.ts'
