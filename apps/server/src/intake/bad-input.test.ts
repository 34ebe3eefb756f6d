import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { describeReject, describe as inWords } from './describe.ts'
import { INTAKE_ERROR_CODES, IntakeError } from './errors.ts'
import { inspectFile } from './inspect-file.ts'
import { REJECT_CODES } from './parsed-book.ts'
import type { ReadOptions } from './read-book.ts'
import { example, readAsOfToday, temporaryFolder } from './testing.ts'
import { writeRejects } from './write-rejects.ts'

const write = await temporaryFolder()

async function errorOf(content: string | Buffer, options: ReadOptions = {}): Promise<IntakeError> {
  const path = await write('bad.csv', content)
  const error: unknown = await readAsOfToday(path, options).catch((reason: unknown) => reason)
  if (error instanceof IntakeError) return error
  throw new Error(`expected an IntakeError, got ${String(error)}`)
}

describe('a whole file', () => {
  it.each([
    ['emptyFile', ''],
    ['emptyFile', ' \r\n\r\n'],
    ['noRows', 'client_id,starts_at\n'],
    ['noHeader', 'c1,2025-10-01,Marta,650\nc2,2025-10-02,Marta,650\n'],
    ['missingColumns', 'foo,bar,baz\nx,y,z\n'],
    ['missingColumns', 'staff,service,price\nMarta,Manicure,650\n'],
    ['ambiguousColumns', 'phone,Телефон,date\n0501234567,0501234567,2025-10-01\n'],
    ['notAVisitFile', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 9])],
    ['notAVisitFile', '<html><table><tr><td>date</td></tr></table></html>'],
    ['notAVisitFile', 'just some words\nand more of them\n'],
    ['oldWorkbook', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])],
    [
      'encryptedWorkbook',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
  ])('%s', async (code, content) => {
    const error = await errorOf(content)
    expect(error.code).toBe(code)
    expect(error.details.file).toBe('bad.csv')
    for (const language of ['uk', 'ru', 'en'] as const) expect(inWords(error, language)).toContain('bad.csv')
  })

  it('names what is missing or competes', async () => {
    expect((await errorOf('staff,price\nMarta,1\n')).details.fields).toEqual(['starts_at', 'client_id'])
    const competing = await errorOf('price,Ціна,phone,date\n1,1,0501234567,2025-10-01\n')
    expect(inWords(competing, 'uk')).toContain('«ціна»: price, Ціна')
  })

  it('is refused beyond the limit of rows, unread when it is far beyond', async () => {
    for (const rows of [50, 500]) {
      const error = await errorOf('client_id,starts_at\n'.concat('c1,2025-10-01\n'.repeat(rows)), { maxRows: 40 })
      expect(error).toMatchObject({ code: 'tooManyRows', details: { limit: 40 } })
    }
  })

  it('never grows without end after a quotation mark that is not closed', async () => {
    const error = await errorOf(`client_id,starts_at\nc1,2025-10-01\nc2,"${'2025-10-01\n'.repeat(1_000_000)}`)
    expect(error).toMatchObject({ code: 'unclosedQuote', details: { row: 3 } })
  })

  it('is refused for settings and mappings that do not exist', async () => {
    const file = 'client_id,starts_at\nc1,2025-10-01\n'
    expect((await errorOf(file, { currency: 'XXQ' })).code).toBe('badSetting')
    expect((await errorOf(file, { country: 'QQ' })).code).toBe('badSetting')
    expect((await errorOf(file, { timeZone: 'Nowhere' })).code).toBe('badSetting')
    expect((await errorOf(file, { mapping: { price: 'Cost' } })).code).toBe('badMapping')
    await expect(inspectFile('/nowhere/visits.csv')).rejects.toThrow('fileNotFound')
  })
})

it('lists each row that cannot be used with its column, and reads the rest', async () => {
  const path = await write(
    'rows.csv',
    [
      'client_id,phone,starts_at,booked_at,status,price,kind,client_name',
      'c1,,,,,,,no date',
      'c1,,31.02.2025,,,,,impossible',
      'c1,,2025-10-01,soon,,,,booked',
      'c1,,2025-10-01,,,много,,amount',
      'c1,,2025-10-01,,,4111111111111111,,card',
      'c1,,2025-10-01,,maybe,,,status',
      'c1,,2025-10-01,,,,voucher,kind',
      'c1,,2025-10-01,,,,,a,b',
      'c1,2025-10-01',
      `c1,,2025-10-01,,,,,${'x'.repeat(40_000)}`,
      'c1,,2025-10-01,,,,,"a" b',
      '',
      `c1,,2025-10-01,,,-50,,${'Ї'.repeat(200)}`,
      'c2,,2025-10-02,,,1,,👩‍🦰 Олена',
      'c3,,2025-10-02,,,1,,"swallows the next',
      "c3,,2025-10-02,,,1,,=cmd|' /C calc'!A0",
    ].join('\n'),
  )
  const { book, rejects, quality } = await readAsOfToday(path)
  expect(rejects.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'starts_at', 'missingDate'],
    [3, 'starts_at', 'impossibleDate'],
    [4, 'booked_at', 'impossibleDate'],
    [5, 'price', 'badAmount'],
    [6, 'price', 'absurdAmount'],
    [7, 'status', 'badStatus'],
    [8, 'kind', 'badKind'],
    [9, null, 'wrongColumnCount'],
    [10, null, 'wrongColumnCount'],
    [11, null, 'rowTooLong'],
    [12, null, 'badQuotes'],
    [16, null, 'badQuotes'],
  ])
  expect(book.clients.name).toEqual(['Ї'.repeat(200), '👩‍🦰 Олена', "=cmd|' /C calc'!A0"])
  expect(quality).toMatchObject({ rows: 15, used: 3, rejected: 12, refunds: 1 })
})

it('writes the rejects with reasons beside the original cells, formulas made harmless', async () => {
  const path = await write(
    'formulas.csv',
    'client_id,starts_at,price,service\nc1,2025-10-01,1,ok\n=1+1,31.02.2025,-5,@sum\nc2,2025-10-01,free,"a\nb"\n',
  )
  const { rejects } = await readAsOfToday(path)
  expect(await writeRejects(path, rejects)).toBe(`${path}.rejects.csv`)
  const lines = (await readFile(`${path}.rejects.csv`, 'utf8')).split('\r\n')
  expect(lines[0]).toBe('\ufeffRow,What is wrong,What to do,client_id,starts_at,price,service')
  expect(lines[1]).toMatch(
    /^3,starts_at: “31\.02\.2025” is not a date that exists\.,.*,"'=1\+1",31\.02\.2025,-5,"'@sum"$/,
  )
  expect(lines[2]).toMatch(/^4,price: .*,c2,2025-10-01,free,"a\nb"$/)
  await writeRejects(path, rejects, { language: 'uk' })
  expect(await readFile(`${path}.rejects.csv`, 'utf8')).toContain('не дата, яка існує')
})

it('reads the Russian example: totals, an impossible date and a price in words stand among the rejects', async () => {
  const { rejects, quality, book } = await readAsOfToday(example('ru/yclients.csv'))
  expect(rejects.map(({ row, column, code }) => [row, column, code])).toEqual([
    [5, 'Дата и время', 'impossibleDate'],
    [6, 'Стоимость', 'badAmount'],
    [7, 'Дата и время', 'impossibleDate'],
  ])
  expect(quality).toMatchObject({ used: 3, rejected: 3, clients: 2 })
  expect(book.clients).toMatchObject({
    key: ['+380502223344', '+380973334455'],
    name: ['Анна Ковальчук', 'Мария Лысенко'],
  })
})

describe('dates that can be read two ways', () => {
  const file = (...dates: string[]) => ['client_id,date', ...dates.map((date, i) => `c${i},${date}`)].join('\n')
  const inspect = async (text: string, options = {}) => inspectFile(await write('dates.csv', text), options)

  it('are day first and doubtful when nothing proves otherwise', async () => {
    const { settings, dateOrderDoubtful, preview } = await inspect(file('03/04/2025', '05/06/2025'))
    expect([settings.dateOrder, dateOrderDoubtful]).toEqual(['dmy', true])
    expect(preview[0]).toEqual({ row: 2, values: { client_id: 'c0', starts_at: '2025-04-03' } })
  })

  it('follow a proof anywhere in the file', async () => {
    const late = file(...Array<string>(60_000).fill('03/04/2025'), '04/13/2025')
    expect(await inspect(late)).toMatchObject({ settings: { dateOrder: 'mdy' }, dateOrderDoubtful: false })
    expect(await inspect(file('03/04/2025', '13/04/2025'))).toMatchObject({ settings: { dateOrder: 'dmy' } })
  })

  it('follow the setting before any proof', async () => {
    expect(await inspect(file('03/04/2025'), { dateOrder: 'mdy' })).toMatchObject({
      settings: { dateOrder: 'mdy' },
      dateOrderDoubtful: false,
    })
  })
})

it('says every error and every reject in three languages', () => {
  const reject = { row: 2, column: null, value: 'v', otherRow: 3 }
  for (const language of ['uk', 'ru', 'en'] as const) {
    for (const code of INTAKE_ERROR_CODES) {
      const text = inWords(
        new IntakeError(code, { file: 'f.csv', row: 2, field: 'price', value: 'v', limit: 5 }),
        language,
      )
      expect(text).toMatch(/[.]$/)
      expect(text).not.toMatch(/undefined|\[object/)
    }
    for (const code of REJECT_CODES) {
      const { reason, remedy } = describeReject({ ...reject, code }, language)
      expect(`${reason} ${remedy}`).not.toMatch(/undefined|\[object/)
    }
  }
})
