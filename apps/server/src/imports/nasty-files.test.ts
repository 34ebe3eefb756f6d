import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { readInWorker } from './read-in-worker.ts'

const folder = await mkdtemp(join(tmpdir(), 'comeback-nasty-'))
afterAll(() => rm(folder, { recursive: true }))

async function inspect(content: string | Uint8Array, limits = {}) {
  const path = join(folder, 'visits.xlsx')
  await writeFile(path, content)
  const task = { kind: 'inspect' as const, path, options: {}, rules: {}, rejectsFile: join(folder, 'rejects.json') }
  return readInWorker(task, new AbortController().signal, limits)
}

const workbook = (parts: Record<string, Uint8Array>) =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'),
    ...parts,
  })
const rows = (count: number) => Array.from({ length: count }, (_, i) => `<row r="${i + 1}"/>`).join('')

it.each([
  [
    'strings that unpack to two thousand times as much',
    workbook({ 'xl/sharedStrings.xml': new Uint8Array(120 << 20) }),
  ],
  ['a cell in the last column', workbook({ 'xl/worksheets/sheet1.xml': strToU8('<row r="1"><c r="XFD1"/></row>') })],
  [
    'a million empty rows up to a far cell',
    workbook({ 'xl/worksheets/sheet1.xml': strToU8(`${rows(100_000)}<row r="1048577"/>`) }),
  ],
  ['16,384 columns of text', `client_id,starts_at${',x'.repeat(16_384)}\nc1,2025-10-01\n`],
  [
    'an archive in an archive',
    zipSync({ 'a.zip': zipSync({ 'a.csv': strToU8('client_id,starts_at\nc1,2025-10-01\n') }) }),
  ],
])('%s: the thread that answers people reads nothing of it', async (_, content) => {
  const before = process.threadCpuUsage()
  const all = process.cpuUsage()
  await expect(inspect(content)).rejects.toThrow(/workbookTooLarge|tooManyColumns|nestedArchive|unreadableWorkbook/)
  const own = process.threadCpuUsage(before)
  const whole = process.cpuUsage(all)
  expect(own.user + own.system).toBeLessThan((whole.user + whole.system) / 2)
})

it('what an inspection hands over stays small, however long the cells are', async () => {
  const cell = 'x'.repeat(30_000)
  const line = `c1,2025-10-01,${cell},${cell},${cell}\n`
  const { inspection, rejects } = await inspect(`client_id,starts_at,staff,service,"${cell}"\n${line.repeat(30)}`)
  expect(JSON.stringify({ inspection, rejects }).length).toBeLessThan(100_000)
})

const LONG = `client_id,starts_at\n${'c1,2025-10-01\n'.repeat(300_000)}`

it('a thread that takes too long or too much memory ends alone, with a sentence', async () => {
  await expect(inspect(LONG, { seconds: 0.01 })).rejects.toMatchObject({ code: 'tooMuchToRead' })
  await expect(
    inspect(
      LONG.replaceAll('c1', () => `c${Math.random()}`),
      { mostMegabytes: 16 },
    ),
  ).rejects.toMatchObject({
    code: 'tooMuchToRead',
    details: { file: 'visits.xlsx' },
  })
})

it('a file of which no row can be used says the commonest reason, which keeps it from being stored', async () => {
  const { unusable, quality } = await inspect('client_id,starts_at\nc1,soon\nc2,\nc3,later\n')
  expect(quality).toMatchObject({ used: 0, rejected: 3 })
  expect(unusable).toMatchObject({ row: 2, field: 'impossibleDate', value: 'soon', column: 'starts_at' })
})
