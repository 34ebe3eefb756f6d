import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { configureLog, inRequest, log, onLogLine } from './index.ts'

let written: string[]
beforeEach(() => {
  written = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  configureLog({ level: 'warn', human: false })
})

test('below its level the log is silent, but those who count its lines hear of them', () => {
  const heard: string[] = []
  const stop = onLogLine(({ event }) => heard.push(event))
  configureLog({ level: 'info', human: false })
  log.debug('quiet')
  log.info('loud', { count: 2 })
  stop()
  log.info('later')
  expect(heard).toEqual(['quiet', 'loud'])
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', event: 'loud', count: 2 },
    { event: 'later' },
  ])
})

test('lines and errors of a request carry its id, also after waiting', async () => {
  await inRequest('r-1', async () => {
    await new Promise((done) => setTimeout(done, 5))
    log.error('failed', {}, new Error('why', { cause: new TypeError('deeper') }))
  })
  log.warn('outside')
  const [inside, outside] = written.map((line) => JSON.parse(line))
  expect(inside).toMatchObject({ requestId: 'r-1', error: { message: 'why', cause: { name: 'TypeError' } } })
  expect(outside.requestId).toBeUndefined()
})

test('on a terminal a line is for a person, with the frames of an error below it', () => {
  configureLog({ level: 'info', human: true })
  log.error('failed', { code: 'x' }, new Error('why'))
  expect(written[0]).toMatch(/^\d\d:\d\d:\d\d ERROR failed {2}code=x\n {2}Error {2}message=why\n {4}at .+log\.test\.ts/)
})
