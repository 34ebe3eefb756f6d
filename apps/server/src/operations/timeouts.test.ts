import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { limitWaiting } from './timeouts.ts'

const LIMIT = 150

let server: Server
beforeEach(async () => {
  server = createServer((request, response) => {
    request.on('error', () => {})
    request.on('end', () => setTimeout(() => response.end('done'), 2 * LIMIT)).resume()
  })
  limitWaiting(server, LIMIT)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends a request and keeps the line open; answers what has come back, and whether the server hung up, after a while. */
async function send(request: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.write(request)
  await wait(3 * LIMIT)
  const hungUp = socket.readableEnded || socket.destroyed
  socket.destroy()
  return { hungUp, answer: answer.split('\r\n')[0] }
}

const post = (path: string, body: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n${body}`

test('a body that does not come to an end is not waited for', async () => {
  expect(await send(post('/api/workspace', 'half'))).toEqual({ hungUp: true, answer: '' })
})

test('visit files may take longer, and so may answers', async () => {
  expect(await send(post('/api/imports?name=a.csv', 'half'))).toEqual({ hungUp: false, answer: '' })
  expect(await send(post('/api/workspace', '0123456789'))).toEqual({ hungUp: false, answer: 'HTTP/1.1 200 OK' })
})
