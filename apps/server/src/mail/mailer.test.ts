import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { createMailer } from './mailer.ts'

interface Received {
  from: string
  to: string[]
  body: string
}

/** A real mail server on a free port that keeps what it is sent, or refuses everybody. */
async function mailServer({ refuses = false } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _, done) {
      if (username === 'salon' && password === 'secret') done(null, { user: username })
      else done(new Error('who are you'))
    },
    onRcptTo: (_, __, done) => done(refuses ? new Error('no such person') : null),
    onData(stream, { envelope }, done) {
      text(stream).then((body) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), body })
        done()
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise((done) => server.close(done)))
  return { received, port: (server.server.address() as AddressInfo).port }
}

const MAIL = { to: 'olena@salon.test', subject: 'Запрошення', text: 'Відкрийте посилання' }

test('mail arrives with its words and sender', async () => {
  const { received, port } = await mailServer()
  await createMailer(`smtp://salon:secret@127.0.0.1:${port}`, 'Салон <salon@salon.test>').send(MAIL)
  expect(received).toMatchObject([{ from: 'salon@salon.test', to: ['olena@salon.test'] }])
  const [, encoded] = received[0]!.body.split('\r\n\r\n')
  expect(Buffer.from(encoded!, 'base64').toString()).toContain('Відкрийте посилання')
})

test('a refusal, a wrong password and a server that is not there are errors', async () => {
  const { port } = await mailServer({ refuses: true })
  const from = 'salon@salon.test'
  await expect(createMailer(`smtp://salon:secret@127.0.0.1:${port}`, from).send(MAIL)).rejects.toThrow('no such person')
  await expect(createMailer(`smtp://salon:wrong@127.0.0.1:${port}`, from).send(MAIL)).rejects.toThrow('who are you')
  await expect(createMailer('smtp://127.0.0.1:1', from).send(MAIL)).rejects.toThrow('ECONNREFUSED')
})
