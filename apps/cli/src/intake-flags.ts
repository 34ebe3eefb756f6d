import {
  FIELDS,
  type IntakeOptions,
  isEncoding,
  isField,
  isKnownStatus,
  JOIN_BY,
  KNOWN_STATUSES,
} from '@comeback/server/intake'
import { todayIn } from '@comeback/server/today'
import type { Command } from 'commander'
import { Failure } from './failure.ts'
import { oneOf } from './one-of.ts'

/** Flags that say how a visit file is to be read. */
export interface IntakeFlags {
  tz: string
  currency: string
  country: string
  joinBy: string
  map: string[]
  status: string[]
  dateOrder?: string
  encoding?: string
  sheet?: string
}

const several = (text: string, all: string[]) => [...all, text]

export function withIntakeFlags(command: Command): Command {
  return command
    .option('--map <field=column>', 'column that holds a field, such as price="Net sales"; may repeat', several, [])
    .option('--status <word=status>', 'what a word of the status column means; may repeat', several, [])
    .option('--date-order <order>', 'dmy or mdy: how to read 03/04/2025 (default: as the file proves, else dmy)')
    .option('--encoding <name>', 'of a text file, such as windows-1251 (default: recognised)')
    .option('--tz <zone>', 'time zone of naive times', 'Europe/Kyiv')
    .option('--currency <code>', 'currency of the prices, ISO 4217', 'UAH')
    .option('--country <code>', 'country of phones written without one', 'UA')
    .option(
      '--join-by <field>',
      'what makes rows one client: clientId, phone or name (rows with nothing else; namesakes become one)',
      'clientId',
    )
    .option('--sheet <name>', 'sheet of a workbook')
}

/** The flags as the reader of files takes them. Throws a Failure with an example. */
export function readIntakeFlags(flags: IntakeFlags): IntakeOptions & { today: number } {
  const { tz: timeZone, country, currency, sheet, encoding, dateOrder } = flags
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new Failure(`--encoding ${encoding}: not known; for example --encoding windows-1251`)
  }
  const mapping = readMapping(flags.map)
  return {
    ...{ timeZone, country, currency, today: todayInZone(timeZone) },
    joinBy: oneOf('--join-by', flags.joinBy, JOIN_BY),
    ...(sheet !== undefined && { sheet }),
    ...(encoding !== undefined && { encoding }),
    ...(dateOrder !== undefined && { dateOrder: oneOf('--date-order', dateOrder, ['dmy', 'mdy']) }),
    ...(flags.map.length > 0 && { mapping }),
    statuses: readStatuses(flags.status),
  }
}

function readMapping(texts: readonly string[]): NonNullable<IntakeOptions['mapping']> {
  const mapping: NonNullable<IntakeOptions['mapping']> = {}
  for (const text of texts) {
    const [field, column] = cut(text, text.indexOf('='))
    if (!isField(field) || column === '') {
      throw new Failure(
        `--map ${text}: use field="Column", for example --map starts_at="Дата"; fields: ${FIELDS.join(', ')}`,
      )
    }
    mapping[field] = column
  }
  return mapping
}

function readStatuses(texts: readonly string[]): NonNullable<IntakeOptions['statuses']> {
  const pairs = texts.map((text) => {
    // the word may have an equals sign of its own
    const [word, status] = cut(text, text.lastIndexOf('='))
    if (word === '' || !isKnownStatus(status)) {
      throw new Failure(
        `--status ${text}: use "Word=status" with ${KNOWN_STATUSES.join(', ')}, for example --status "Approved=completed"`,
      )
    }
    return [word, status] as const
  })
  return Object.fromEntries(pairs)
}

function cut(text: string, at: number): [string, string] {
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

function todayInZone(timeZone: string): number {
  try {
    return todayIn(timeZone)
  } catch {
    throw new Failure(`--tz ${timeZone}: not a time zone; for example --tz Europe/Kyiv`)
  }
}
