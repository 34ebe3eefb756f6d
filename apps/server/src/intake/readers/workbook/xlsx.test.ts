import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readAsOfToday, temporaryFolder } from '../../testing.ts'

const write = await temporaryFolder()

const HEADER = ['Телефон', 'Дата', 'Майстер', 'Ціна'].map((value) => ({ value }))

async function workbook(): Promise<Buffer> {
  const visit = (phone: string, date: Date, price: number) => [
    { value: phone },
    { value: date, type: Date, format: 'dd.mm.yyyy hh:mm' },
    { value: '=HYPERLINK("x")' },
    { value: price },
  ]
  const visits = [
    visit('050 123 45 67', new Date('2025-10-01T10:30:00Z'), 650.5),
    [{ value: '0671234567' }, { value: 45931 }, { value: 'Марта' }, { value: 1.125 }],
    [{ value: '0671234567' }, { value: '31.02.2025' }, { value: 'Марта' }, { value: 5 }],
  ]
  const sheets = [
    { sheet: 'Нотатки & інше', data: [[{ value: 'просто текст' }]] },
    { sheet: 'Візити', data: [HEADER, ...visits] },
    { sheet: 'Старі', data: [HEADER, visit('0991234567', new Date('2020-01-01T00:00:00Z'), 1)] },
  ]
  return writeXlsxFile(sheets).toBuffer()
}

const good = await workbook()

describe('a workbook', () => {
  it('is read from the first sheet that looks like visits', async () => {
    const { book, inspection, rejects } = await readAsOfToday(await write('visits.xlsx', good))
    expect(inspection).toMatchObject({ format: 'xlsx', encoding: null, sheet: 'Візити' })
    expect(inspection.sheets).toEqual(['Нотатки & інше', 'Візити', 'Старі'])
    expect(inspection.preview[0]!.values).toMatchObject({ starts_at: '2025-10-01 10:30', price: '650.50' })
    expect(Array.from(book.lines.revenue)).toEqual([65050, 113])
    expect(book.lines.names.staff).toEqual(['', '=HYPERLINK("x")', 'Марта'])
    expect(rejects).toMatchObject([{ row: 4, column: 'Дата', code: 'impossibleDate' }])
  })

  it('is read from the sheet asked for, whatever the file is called', async () => {
    const { book } = await readAsOfToday(await write('renamed.csv', good), { sheet: 'Старі' })
    expect(book.clients.phone).toEqual(['+380991234567'])
    await expect(readAsOfToday(await write('visits.xlsx', good), { sheet: 'Немає' })).rejects.toThrow('sheetNotFound')
  })

  it('is refused when it is cut off or damaged', async () => {
    const damaged = Buffer.from(good)
    damaged.fill(0xff, 100, 400)
    for (const bytes of [good.subarray(0, good.length / 2), good.subarray(0, 40), damaged]) {
      await expect(readAsOfToday(await write('cut.xlsx', bytes))).rejects.toThrow('unreadableWorkbook')
    }
  })
})

interface Part {
  name: string
  content: Buffer
  /** what the archive claims, where it differs from the truth */
  declared?: number
  flags?: number
}

/** A ZIP archive by hand, so that it can lie. Checksums stay zero: nothing gets as far as checking them. */
function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(declared, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declared, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(head, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...central, end])
}

const zeros = Buffer.alloc(200 << 20)
const sheet = (xml: string) => ({ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(xml) })
const index = {
  name: 'xl/workbook.xml',
  content: Buffer.from('<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'),
}

describe('a ZIP bomb', () => {
  it.each([
    ['that says how large it is', zip([{ name: 'xl/workbook.xml', content: zeros }]), 'workbookTooLarge'],
    ['that lies about it', zip([{ name: 'xl/workbook.xml', content: zeros, declared: 100 }]), 'workbookTooLarge'],
    [
      'of many parts',
      zip(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.xml`, content: Buffer.from('x') }))),
      'workbookTooLarge',
    ],
    ['of a far row', zip([index, sheet('<row r="999999999"><c r="A999999999"/></row>')]), 'workbookTooLarge'],
    ['of a far cell', zip([index, sheet('<row r="1"><c r="XFD1"/></row><row r="1000000"/>')]), 'workbookTooLarge'],
    ['behind a password', zip([{ ...index, flags: 1 }]), 'encryptedWorkbook'],
    ['hidden between the parts', hiddenPart(), 'unreadableWorkbook'],
  ])('%s', async (_, bytes, code) => {
    const before = process.memoryUsage.rss()
    await expect(readAsOfToday(await write('bomb.xlsx', bytes))).rejects.toThrow(code)
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 << 20)
  })
})

/** A part the directory does not know, which a reader going from front to back would unpack. */
function hiddenPart(): Buffer {
  const hidden = zip([{ name: 'xl/bomb.xml', content: Buffer.alloc(1000) }])
  const shift = hidden.indexOf(Buffer.from('PK\x01\x02'))
  const known = zip([index])
  const entry = known.indexOf(Buffer.from('PK\x01\x02'))
  known.writeUInt32LE(shift, entry + 42)
  const end = known.indexOf(Buffer.from('PK\x05\x06'))
  known.writeUInt32LE(entry + shift, end + 16)
  return Buffer.concat([hidden.subarray(0, shift), known])
}
