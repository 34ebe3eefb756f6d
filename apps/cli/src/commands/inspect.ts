import { basename } from 'node:path'
import {
  describe,
  describeReject,
  fieldName,
  type Inspection,
  IntakeError,
  type IntakeOptions,
  inspectFile,
  lookThrough,
  nothingUsable,
  readBook,
  type StatusWord,
} from '@comeback/server/intake'
import type { Command } from 'commander'
import { Failure } from '../failure.ts'
import { type IntakeFlags, readIntakeFlags, withIntakeFlags } from '../intake-flags.ts'
import { table } from '../table.ts'

interface Findings {
  rows: number
  encoding: string | null
  delimiter: string | null
  dateOrder: string
  columns: { header: string; field: string | null }[]
  statuses: StatusWord[]
  doubts: string[]
}

export function addInspect(program: Command) {
  withIntakeFlags(program.command('inspect <file>'))
    .description('what a visit file is and how it will be read: columns, statuses, doubts; stores nothing')
    .option('--json', 'print exactly the documented JSON')
    .action(async (file: string, flags: IntakeFlags & { json?: true }) => {
      const findings = await inspect(file, readIntakeFlags(flags))
      console.log(flags.json ? JSON.stringify(findings) : say(file, findings))
    })
}

async function inspect(file: string, options: IntakeOptions): Promise<Findings> {
  try {
    const inspection = await inspectFile(file, options)
    const { rows, statuses } = await lookThrough(file, options)
    const doubts = [
      ...doubtsOf(inspection),
      ...unknownWords(statuses),
      ...(await rowsLeftOut(file, inspection, options)),
    ]
    const { encoding, delimiter, settings } = inspection
    const columns = inspection.columns.map(({ header, field }) => ({ header, field }))
    return { rows, encoding, delimiter, dateOrder: settings.dateOrder, columns, statuses, doubts }
  } catch (error) {
    if (error instanceof IntakeError) throw new Failure(describe(error, 'en'))
    throw error
  }
}

function doubtsOf(inspection: Inspection): string[] {
  const { missing, ambiguous, passedOver, dateOrderDoubtful, assumedStatus, settings, encoding } = inspection
  const doubts = [
    ...missing.map(
      (field) => `No column holds the ${fieldName(field, 'en')}: name one, for example --map ${field}="Column".`,
    ),
    ...ambiguous.map(
      ({ field, columns }) =>
        `Several columns could be ${field}: ${columns.join(', ')}. Choose one, for example --map ${field}="${columns[0]}".`,
    ),
    ...passedOver.map(
      ({ field, column, chosen }) =>
        `“${column}” could be ${field} as well; “${chosen}” was taken. Change it by --map ${field}="${column}".`,
    ),
  ]
  if (dateOrderDoubtful) {
    doubts.push(
      'Dates such as 03/04/2025 can be read two ways; the day was taken first. Say --date-order mdy if the month is.',
    )
  }
  if (assumedStatus) doubts.push(`The name of the file says that every row is ${assumedStatus}.`)
  if (encoding?.includes(' read as '))
    doubts.push(`The text was encoded twice (${encoding}) and is read as it was before.`)
  if (settings.joinBy === 'name') {
    doubts.push(
      'Rows with nothing but a name are joined by it: namesakes become one client, and one client written two ways becomes two.',
    )
  }
  return doubts
}

function unknownWords(statuses: readonly StatusWord[]): string[] {
  return statuses
    .filter(({ status }) => status === null)
    .map(
      ({ word, rows }) =>
        `“${word}” is no known status (${rows} rows). Say what it means, for example --status "${word}=completed".`,
    )
}

async function rowsLeftOut(file: string, inspection: Inspection, options: IntakeOptions): Promise<string[]> {
  if (inspection.missing.length > 0 || inspection.ambiguous.length > 0) return []
  const { quality, rejects } = await readBook(file, options)
  const unusable = nothingUsable(basename(file), quality, rejects)
  if (unusable) return [describe(unusable, 'en')]
  const [first] = rejects
  if (!first) return []
  const { reason } = describeReject(first, 'en')
  return [`${quality.rejected} of ${quality.rows} rows cannot be used; the first is row ${first.row}: ${reason}`]
}

function say(file: string, { rows, encoding, delimiter, dateOrder, columns, statuses, doubts }: Findings): string {
  const form = [
    `${rows} rows`,
    encoding,
    delimiter === null ? null : `delimiter ${JSON.stringify(delimiter)}`,
    `dates ${dateOrder}`,
  ]
  const words = statuses.map(({ word, status, rows: count }) => [word, status ?? '?', String(count)])
  return [
    `${file}: ${form.filter((part) => part !== null).join(', ')}`,
    '',
    table(
      ['column', 'field'],
      columns.map(({ header, field }) => [header, field ?? '–']),
      [0, 1],
    ),
    ...(words.length > 0 ? ['', table(['status', 'means', 'rows'], words, [0, 1])] : []),
    ...(doubts.length > 0 ? ['', ...doubts.map((doubt) => `- ${doubt}`)] : []),
  ].join('\n')
}
