import { startMailServer, textOf } from '../../server/src/channels/testing.ts'

/** A mail server for people who make accounts: it hands out the links they were sent. */
export async function startMailBox() {
  const { got, port, close } = await startMailServer()
  return {
    /** as COMEBACK_SMTP has it */
    url: `smtp://127.0.0.1:${port}`,
    /** Path and search of the link in the latest mail to an address; waits for the mail. */
    async linkTo(email: string): Promise<string> {
      for (;;) {
        const mail = got.findLast(({ to }) => to.includes(email))
        const link = mail && /https?:\/\/\S+/.exec(textOf(mail))?.[0]
        if (link) return new URL(link).pathname + new URL(link).search
        await new Promise((done) => setTimeout(done, 50))
      }
    },
    close,
  }
}
