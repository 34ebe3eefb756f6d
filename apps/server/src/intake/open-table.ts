import { open, stat } from 'node:fs/promises'
import { IntakeError } from './errors.ts'
import { openCsv } from './readers/csv.ts'
import type { Table } from './readers/table.ts'
import { openXlsx } from './readers/xlsx.ts'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const ZIP = Buffer.from([0x50, 0x4b])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** Opens a file by what is in it, whatever its name says. Throws IntakeError when it is neither text nor workbook. */
export async function openTable(path: string, sheet: string | undefined): Promise<Table> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new IntakeError('fileNotFound')
  if (found.size === 0) throw new IntakeError('emptyFile')
  const file = await open(path)
  const beginning = Buffer.alloc(1 << 16)
  const { bytesRead } = await file.read(beginning, 0, beginning.length, 0).finally(() => file.close())
  const bytes = beginning.subarray(0, bytesRead)
  if (bytes.subarray(0, 4).equals(OLE)) {
    throw new IntakeError(bytes.includes(ENCRYPTED) ? 'encryptedWorkbook' : 'oldWorkbook')
  }
  if (bytes.subarray(0, 2).equals(ZIP)) return openXlsx(path, found.size, sheet)
  if (/^\s*(?:<|\{|%PDF)/.test(bytes.subarray(0, 200).toString('latin1').replace(/^ï»¿/, ''))) {
    throw new IntakeError('notAVisitFile')
  }
  return openCsv(path)
}
