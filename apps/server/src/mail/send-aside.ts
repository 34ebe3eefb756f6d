import { log } from '../log/index.ts'
import type { Mail, Mailer } from './mailer.ts'

/**
 * Sends without keeping the asker waiting: how long a mail takes, and whether it is refused, would tell strangers whom it
 * goes to. What goes wrong is in the log.
 */
export function sendAside(mailer: Mailer, mail: Mail): void {
  mailer.send(mail).catch((error: unknown) => log.error('a mail could not be sent', {}, error))
}
