import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readAsOfToday, temporaryFolder } from './testing.ts'

const write = await temporaryFolder()

const CSV = 'client_id,starts_at,price\nc1,2025-10-01,650\nc2,2025-10-02,12.345\n'

function zip(files: Record<string, string | Uint8Array>): Buffer {
  const content = Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])
  return Buffer.from(zipSync(Object.fromEntries(content)))
}

const page = (charset: string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><style>td{}</style></head><body>
  <table><tr><td>Салон «Краса»</td></tr><tr><td>2025</td></tr></table>
  <table border=1><tr><th>ID клієнта<th>Дата<th>Ціна</tr>
  <tr><td>c1<td>01.10.2025 10:30<td>1&nbsp;250,50</tr><tr><td>c2</td><td>02.10.2025</td><td>300<br></td></tr></table></body></html>`

it('reads a table of HTML that is called .xls, in any encoding', async () => {
  for (const content of [
    page('utf-8'),
    Buffer.from(`\ufeff${page('utf-8')}`),
    Buffer.from(`\ufeff${page('x')}`, 'utf16le'),
  ]) {
    const { book, inspection } = await readAsOfToday(await write('visits.xls', content))
    expect(inspection.format).toBe('html')
    expect(book.clients.key).toEqual(['c1', 'c2'])
    expect(Array.from(book.lines.revenue)).toEqual([125050, 30000])
  }
})

const ods = (rows: string) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>
      <table:table table:name="Нотатки"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>
      <table:table table:name="Візити &amp; ціни">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  })
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`
const HEADER = row(['client_id', 'Дата', 'Майстер', 'Ціна'].map(text).join(''))

it('reads a spreadsheet of OpenDocument, with repeated and with endless empty cells', async () => {
  const visits = row(
    `${text('c1')}<table:table-cell office:value-type="date" office:date-value="2025-10-01T10:30:00"><text:p>01.10.25</text:p></table:table-cell>
     <table:table-cell/><table:table-cell office:value-type="float" office:value="12.345"><text:p>12</text:p></table:table-cell>
     <table:table-cell table:number-columns-repeated="16380"/>`,
  )
  const end =
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
  const { book, inspection } = await readAsOfToday(await write('visits.ods', ods(HEADER + visits + end)))
  expect(inspection).toMatchObject({ format: 'ods', sheet: 'Візити & ціни', sheets: ['Нотатки', 'Візити & ціни'] })
  expect(Array.from(book.lines.revenue)).toEqual([1235])
  expect(book.lines.names.staff).toEqual([''])
})

it('reads the one file of an archive, whatever lies beside it', async () => {
  const packed = zip({ 'out/visits.csv': CSV, '__MACOSX/out/._visits.csv': 'x', 'out/.DS_Store': 'y', 'out/': '' })
  const { book, inspection } = await readAsOfToday(await write('visits.zip', packed))
  expect(inspection).toMatchObject({ format: 'csv', delimiter: ',' })
  expect(book.clients.key).toEqual(['c1', 'c2'])
  const climbing = zip({ '../../../../tmp/visits.csv': CSV })
  expect((await readAsOfToday(await write('visits.zip', climbing))).quality.used).toBe(2)
})

it.each([
  ['.xlsb', zip({ 'xl/workbook.bin': 'x', '[Content_Types].xml': '<x/>' })],
  ['.docx', zip({ 'word/document.xml': '<x/>' })],
  ['.json', '\ufeff[{"client_id": "c1", "starts_at": "2025-10-01"}]'],
  ['.json', '{\n  "visits": []\n}'],
  ['.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
  ['.pdf', '%PDF-1.7\n…'],
  ['.xml', '<?xml version="1.0"?><visits><visit/></visits>'],
])('names a file of the kind %s for what it is', async (value, content) => {
  await expect(readAsOfToday(await write('visits.csv', content))).rejects.toMatchObject({
    code: 'otherFormat',
    details: { value, file: 'visits.csv' },
  })
})

it.each([
  ['severalFiles', zip({ 'a.csv': CSV, '../b.csv': CSV })],
  ['nestedArchive', zip({ 'visits.zip': zip({ 'visits.csv': CSV }) })],
  ['emptyFile', zip({ 'folder/': '' })],
  ['emptyFile', zip({ 'visits.csv': '' })],
  ['unreadableWorkbook', zip({ 'visits.csv': CSV }).subarray(0, 60)],
  ['unreadableWorkbook', Buffer.from('PK\x03\x04 and nothing that follows')],
  ['encryptedWorkbook', zip({ 'content.xml': '<x/>', 'META-INF/manifest.xml': '<manifest:encryption-data/>' })],
  ['tooManyColumns', `client_id,starts_at${',x'.repeat(16_384)}\nc1,2025-10-01\n`],
  ['tooManyColumns', `<table><tr><td>client_id<td>date<td colspan=99999>x</tr><tr><td>c1</tr></table>`],
  ['workbookTooLarge', ods(`<table:table-row table:number-rows-repeated="900000000">${text('x')}</table:table-row>`)],
  ['workbookTooLarge', zip({ 'xl/workbook.xml': '<x/>', 'xl/sharedStrings.xml': new Uint8Array(30 << 20) })],
])('refuses with %s', async (code, content) => {
  await expect(readAsOfToday(await write('visits.xls', content))).rejects.toMatchObject({ code })
})
