import { IntakeError } from '../errors.ts'
import type { Table } from './table.ts'
export async function openXlsx(_path: string, _size: number, _sheet: string | undefined): Promise<Table> {
  throw new IntakeError('unreadableWorkbook')
}
