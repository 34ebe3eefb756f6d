import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openCsv } from '../csv.ts'
import { memorySource } from '../source.ts'
import { detectEncoding } from './detect.ts'

const encodingOf = async (bytes: Buffer) => (await detectEncoding(memorySource(bytes)))?.name

async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = []
  const table = await openCsv(memorySource(bytes))
  await table.read(
    (some) => rows.push(...some),
    () => {},
    undefined,
  )
  return rows
}

it('takes UTF-8 for UTF-8 wherever the first chunk cuts a word of it', async () => {
  for (let shift = 0; shift < 4; shift++) {
    const text = `${'x'.repeat(shift)},${'Манікюр з покриттям,€😀\r\n'.repeat(10_000)}`
    expect(await encodingOf(Buffer.from(text))).toBe('utf8')
  }
})

const UKRAINIAN =
  'Телефон;Дата візиту;Майстер\n0501234567;03.11.2025;Ґалина Їжакевич\n0501234568;04.11.2025;Єва Підгір’я\n'
const PLAIN = UKRAINIAN.replace('’', '')
const RUSSIAN = 'Телефон;Дата визита;Мастер;Статус\n0501234567;03.11.2025;Анна Петрова;завершено\n'

describe('single-byte encodings', () => {
  it.each([
    ['windows-1251', UKRAINIAN],
    ['windows-1251', RUSSIAN],
    ['koi8-u', PLAIN.replace('ґ', 'г')],
    ['koi8-r', RUSSIAN],
    ['cp866', PLAIN.replace(/[іІґҐ]/g, 'и')],
    ['cp866', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['maccyrillic', RUSSIAN],
    ['windows-1252', 'Téléphone;Date;Employé\n0601020304;03/11/2025;Zoé Lefèvre\n'],
    ['windows-1252', 'Kunde;Datum;Größe\nJürgen Müller;03.11.2025;groß\n'],
    ['windows-1250', 'Klient;Data;Usługa\nŁucja Wiśniewska;03.11.2025;Strzyżenie męskie\n'],
  ])('%s', async (encoding, text) => {
    const bytes = iconv.encode(text, encoding)
    expect(await encodingOf(bytes)).toBe(encoding)
    expect((await rowsOf(bytes)).map((row) => row.join(';')).join('\n')).toBe(text.trimEnd())
  })

  it('are told by names alone, where the header is in English', async () => {
    const text = 'client_name,starts_at\nКатерина Шевченко,2025-10-01\nЮлія Мельник,2025-10-02\n'
    for (const encoding of ['windows-1251', 'koi8-u']) {
      expect(await encodingOf(iconv.encode(text, encoding))).toBe(encoding)
    }
  })
})

describe('one bad byte changes nothing', () => {
  it.each(['utf8', 'windows-1251', 'koi8-u', 'utf16le', 'utf16-be'])('of %s', async (encoding) => {
    for (const bad of [0x98, 0xff, 0x00]) {
      const good = iconv.encode(PLAIN.repeat(3), encoding)
      const at = good.length - 40
      const bytes = Buffer.concat([
        good.subarray(0, at),
        Buffer.from([bad]),
        good.subarray(at + (encoding.startsWith('utf16') ? 1 : 0)),
      ])
      expect(await encodingOf(bytes)).toBe(encoding)
    }
  })

  it('not even in front of everything else', async () => {
    const bytes = Buffer.concat([Buffer.from([0xa0]), Buffer.from(UKRAINIAN)])
    expect(await encodingOf(bytes)).toBe('utf8')
  })
})

describe('UTF-8 that was encoded once more', () => {
  const twice = (text: string, mistaken: string) => Buffer.from(iconv.decode(Buffer.from(text), mistaken))

  it.each(['windows-1251', 'windows-1252'])('out of %s is named and read', async (mistaken) => {
    const text = 'Телефон;Дата візиту;Майстер\n0501234567;03.11.2025;Олена Ткач\n'
    // what a program writes for bytes the encoding has no character for: the control code
    const wrong = [...Buffer.from(text)].map((byte) => {
      const char = iconv.decode(Buffer.from([byte]), mistaken)
      return char === '\ufffd' ? String.fromCharCode(byte) : char
    })
    const bytes = Buffer.from(wrong.join(''))
    expect(await encodingOf(bytes)).toBe(`utf8 read as ${mistaken}`)
    expect((await rowsOf(bytes)).map((row) => row.join(';')).join('\n')).toBe(text.trimEnd())
  })

  it('is told from names with accents and from Ukrainian', async () => {
    expect(await encodingOf(twice('Zoé Lefèvre,Größe\n', 'windows-1252'))).toBe('utf8 read as windows-1252')
    for (const text of ['Zoé Lefèvre,Größe\n', UKRAINIAN, RUSSIAN, 'Р,С,Рік\n', '№ 5 «Ірина» – 20 €\n']) {
      expect(await encodingOf(Buffer.from(text))).toBe('utf8')
    }
  })
})
