import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { ContactVault } from './contact-vault.ts'
import { ContactsKeyError } from './contacts-key-error.ts'
import { RecentTexts } from './recent-texts.ts'

const SHORTEST_KEY = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const PREFIX = 'sealed1:'

/**
 * Seals texts with AES-256-GCM, each part of the work with a key of its own made from `secret` (HKDF). The nonce is an
 * HMAC of context and text: it repeats for the same text in the same place only, which is then stored alike, and is as
 * good as random otherwise. Throws ContactsKeyError for a secret shorter than 32 characters.
 */
export function createSealingVault(secret: string): ContactVault {
  if (secret.length < SHORTEST_KEY) {
    throw new ContactsKeyError(
      `COMEBACK_CONTACTS_KEY is shorter than ${SHORTEST_KEY} characters: make one by openssl rand -base64 32`,
    )
  }
  const partOf = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'comeback contacts', use, 32))
  const [sealKey, nonceKey, indexKey] = ['seal', 'nonce', 'index'].map(partOf) as [Buffer, Buffer, Buffer]
  const recent = new RecentTexts()
  const openNow = (stored: string): string => {
    const bytes = Buffer.from(stored.slice(PREFIX.length), 'base64')
    const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES))
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  }
  return {
    sealing: true,
    seal(text, context) {
      if (text === '') return ''
      const nonce = createHmac('sha256', nonceKey)
        .update(JSON.stringify([context, text]))
        .digest()
        .subarray(0, IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open: (stored) => (stored === '' ? '' : recent.get(stored, openNow)),
    keyOf: (text) => createHmac('sha256', indexKey).update(text).digest('base64url'),
  }
}
