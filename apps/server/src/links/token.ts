import { randomBytes } from 'node:crypto'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Of 62 digits each: log2(62) · 14 = 83 random bits. */
const LENGTH = 14

const SOUND = new RegExp(`^[0-9A-Za-z]{${LENGTH}}$`)

/** The largest multiple of 62 a byte holds: bytes above it would make some digits likelier. */
const FAIR = 248

/** A text nobody can guess, as short as that allows: every letter of an SMS is paid for. */
export function newToken(): string {
  let token = ''
  while (token.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < FAIR && token.length < LENGTH) token += DIGITS[byte % DIGITS.length]
    }
  }
  return token
}

/** Whether a text can be a token at all; what cannot is not looked up. */
export const isToken = (text: string): boolean => SOUND.test(text)
