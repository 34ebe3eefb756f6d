import { IntakeError } from './errors.ts'
import type { IntakeOptions } from './options.ts'
import { openCsv } from './readers/csv.ts'
import { isEncoding } from './readers/encoding/detect.ts'
import { openHtml } from './readers/html.ts'
import { foreignText, isHtml, textBeginning } from './readers/other-formats.ts'
import { fileSource, memorySource, type Source } from './readers/source.ts'
import type { Table } from './readers/table.ts'
import { openOds } from './readers/workbook/ods.ts'
import { openXlsx } from './readers/workbook/xlsx.ts'
import { type Unpacked, unpackZip } from './readers/zip.ts'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const ZIP = Buffer.from('PK')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const LOOKED_AT = 1 << 16

/**
 * Opens a file by what is in it, whatever its name says: text, a workbook, a page of HTML, or an archive of one of
 * these. Throws IntakeError when it is something else, naming what.
 */
export async function openTable(path: string, options: Pick<IntakeOptions, 'sheet' | 'encoding'>): Promise<Table> {
  const { encoding } = options
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new IntakeError('badSetting', { field: 'encoding', value: encoding })
  }
  return openSource(await fileSource(path), options, openArchive)
}

type OpenZip = (unpacked: Unpacked, options: Pick<IntakeOptions, 'sheet' | 'encoding'>) => Promise<Table>

async function openSource(source: Source, options: Parameters<OpenZip>[1], openZip: OpenZip): Promise<Table> {
  if (source.size === 0) throw new IntakeError('emptyFile')
  const bytes = await source.bytes(0, LOOKED_AT)
  if (bytes.subarray(0, 4).equals(OLE)) {
    throw new IntakeError(bytes.includes(ENCRYPTED) ? 'encryptedWorkbook' : 'oldWorkbook')
  }
  if (bytes.subarray(0, 2).equals(ZIP)) {
    const unpacked = await unpackZip(source)
    const { parts } = unpacked
    if (parts.has('xl/workbook.xml')) return openXlsx(unpacked, options.sheet)
    if (parts.has('content.xml')) return openOds(unpacked, options.sheet)
    return openZip(unpacked, options)
  }
  const beginning = textBeginning(bytes)
  if (isHtml(beginning)) return openHtml(source)
  const foreign = foreignText(beginning)
  if (foreign) throw new IntakeError('otherFormat', { value: foreign })
  return openCsv(source, options.encoding)
}

/** Files that systems put beside the one that was packed. */
const COMPANION = /(?:^|\/)(?:__MACOSX\/|\.[^./]|Thumbs\.db$|desktop\.ini$)/i

const openArchive: OpenZip = async ({ parts }, options) => {
  if (parts.has('xl/workbook.bin')) throw new IntakeError('otherFormat', { value: '.xlsb' })
  if (parts.has('word/document.xml')) throw new IntakeError('otherFormat', { value: '.docx' })
  const names = [...parts.keys()].filter((name) => !COMPANION.test(name))
  if (names.some((name) => name.endsWith('.iwa'))) throw new IntakeError('otherFormat', { value: '.numbers' })
  // a workbook that lost its parts, or one that hides them
  if (names.some((name) => /^(?:xl|_rels)\//.test(name))) throw new IntakeError('unreadableWorkbook')
  const [name] = names
  if (name === undefined) throw new IntakeError('emptyFile')
  if (names.length > 1) {
    const shown = names.slice(0, 5).map((each) => each.split(/[\\/]/).at(-1))
    throw new IntakeError('severalFiles', { value: shown.join(', ') + (names.length > 5 ? ' …' : '') })
  }
  return openSource(memorySource(parts.get(name)!), options, () => {
    throw new IntakeError('nestedArchive')
  })
}
