import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { hasText } from '../columns/find-header.ts'
import { temporaryFolder } from '../testing.ts'
import { openCsv } from './csv.ts'
import { fileSource } from './source.ts'

const write = await temporaryFolder()

async function rowsOf(content: string | Buffer) {
  const table = await openCsv(await fileSource(await write('table.csv', content)))
  const rows: string[][] = []
  await table.read(
    (some) => rows.push(...some),
    () => {},
    undefined,
  )
  return { table, rows }
}

const CYRILLIC =
  'Телефон;Дата візиту;Майстер\n0501234567;03.11.2025;Ґалина Їжакевич\n0501234568;04.11.2025;Єва Підгір’я\n'

describe('encodings', () => {
  it.each([
    ['utf8', Buffer.from(CYRILLIC)],
    ['utf8', Buffer.from(`\ufeff${CYRILLIC}`)],
    ['utf16le', iconv.encode(CYRILLIC, 'utf16le', { addBOM: true })],
    ['utf16-be', iconv.encode(CYRILLIC, 'utf16-be', { addBOM: true })],
    ['utf16le', iconv.encode(CYRILLIC, 'utf16le', { addBOM: false })],
    ['windows-1251', iconv.encode(CYRILLIC, 'windows-1251')],
    ['windows-1252', iconv.encode('Téléphone;Date;Employé\n0601020304;03/11/2025;Zoé Lefèvre\n', 'windows-1252')],
  ])('%s', async (encoding, bytes) => {
    const { table, rows } = await rowsOf(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.delimiter).toBe(';')
    expect(rows.filter(hasText)).toEqual(table.head.filter(hasText))
    expect(iconv.decode(bytes, encoding)).toContain(rows[1]![2])
    expect(rows[0]![0]).toMatch(/^T[ée]l[ée]phone$|^Телефон$/)
  })

  it.each([1, 2, 3, 4])('UTF-8 wherever its first piece is cut (%d)', async (shift) => {
    const line = `0501234567,03.11.2025,${'Ґалина👩'.repeat(9)}\n`
    const { table } = await rowsOf(`${'p'.repeat(shift)},date,staff\n${line.repeat(5000)}`)
    expect(table.encoding).toBe('utf8')
  })

  it('looks past a long beginning in ASCII', async () => {
    const ascii = 'phone,date,staff\n'.concat('0501234567,03.11.2025,Marta\n'.repeat(20_000))
    const bytes = Buffer.concat([Buffer.from(ascii), iconv.encode('0501234567,03.11.2025,Ґалина\n', 'windows-1251')])
    const { table, rows } = await rowsOf(bytes)
    expect(table.encoding).toBe('windows-1251')
    expect(rows[20_001]).toEqual(['0501234567', '03.11.2025', 'Ґалина'])
  })
})

it.each([
  [',', 'phone,date,price\n050,2025-01-01,"1,5"\n'],
  [';', 'phone;date;price\n050;2025-01-01;1,5\n051;2025-01-01;2,5\n'],
  ['\t', 'phone\tdate\tprice\n050\t2025-01-01\t1,5\n'],
  ['|', 'phone|date|price\n050|2025-01-01|1,5\n'],
])('the delimiter "%s"', async (delimiter, text) => {
  const { table, rows } = await rowsOf(text)
  expect(table.delimiter).toBe(delimiter)
  expect(rows[1]).toEqual(['050', '2025-01-01', '1,5'])
})

it('reads quotes, line breaks in fields, and both kinds of line ends in one file', async () => {
  const { rows } = await rowsOf('phone,name,date\r\n1,"a ""b""\r\nc, d",2025-01-01\n2,e,2025-01-02\r\n')
  expect(rows.slice(0, 3)).toEqual([
    ['phone', 'name', 'date'],
    ['1', 'a "b"\r\nc, d', '2025-01-01'],
    ['2', 'e', '2025-01-02'],
  ])
})

it('reads line ends of old Macs', async () => {
  expect((await rowsOf('phone,date\r1,2025-01-01\r2,2025-01-02')).rows).toEqual([
    ['phone', 'date'],
    ['1', '2025-01-01'],
    ['2', '2025-01-02'],
  ])
})

it('gives every row of a file of many pieces once, with its number', async () => {
  const lines = Array.from({ length: 120_000 }, (_, i) => `${i},"Ґ, ${i}",2025-01-01`)
  const table = await openCsv(await fileSource(await write('many.csv', `phone,name,date\n${lines.join('\n')}`)))
  let expected = 1
  await table.read(
    (rows, firstRow) => {
      expect(firstRow).toBe(expected)
      expected += rows.length
      for (const [i, row] of rows.entries()) {
        const number = firstRow + i - 2
        if (number >= 0 && row[1] !== `Ґ, ${number}`) throw new Error(`row ${firstRow + i} is ${row}`)
      }
    },
    () => {},
    undefined,
  )
  expect(expected).toBe(120_002)
})

it('stops at the signal and lets exceptions through', async () => {
  const table = await openCsv(
    await fileSource(await write('stop.csv', 'phone,date\n'.concat('1,2025-01-01\n'.repeat(200_000)))),
  )
  const stop = new AbortController()
  await expect(
    table.read(
      () => stop.abort(),
      () => {},
      stop.signal,
    ),
  ).rejects.toThrow('aborted')
  const failing = () => {
    throw new Error('enough')
  }
  await expect(table.read(failing, () => {}, undefined)).rejects.toThrow('enough')
})
