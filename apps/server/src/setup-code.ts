import { randomInt } from 'node:crypto'
import type { Config } from './config.ts'
import { folderSecret } from './folder-secret.ts'

/** Letters and digits nobody takes for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 4
const GROUP = 4

/**
 * What the first account asks for, as `ABCD-EFGH-JKLM-NPQR` (80 bits): it shows that somebody sees the server's console
 * or data folder. `null` where only people at this machine reach the server.
 */
export function setupCodeFor({ host, publicUrl, dataFolder }: Pick<Config, 'host' | 'publicUrl' | 'dataFolder'>) {
  const isNear = isThisMachine(host) && (publicUrl === null || isThisMachine(new URL(publicUrl).hostname))
  return isNear ? null : folderSecret(dataFolder, 'setup-code', makeCode)
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || /^127\./.test(host) || /^\[?::1\]?$/.test(host)
}

function makeCode(): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
