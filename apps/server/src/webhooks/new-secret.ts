import { randomBytes } from 'node:crypto'

/** What a webhook is signed with, in the form of Standard Webhooks. */
export const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`
