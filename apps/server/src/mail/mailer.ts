import { createTransport } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
}

/** Sends mail; throws when the server refuses it or does not answer. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}

const PATIENCE = 20_000

/**
 * Mail by SMTP.
 * @param url smtp://user:password@host:port, smtps:// for TLS from the start
 * @param from address people see, such as "Salon <hello@salon.example>"
 */
export function createMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail })
    },
  }
}
