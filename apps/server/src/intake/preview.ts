import { formatDay, STATUSES } from '@comeback/retention'
import { formatBirthday, NO_BIRTHDAY } from '../birthday.ts'
import { hasText } from './columns/find-header.ts'
import { FIELDS, type Field } from './fields.ts'
import type { PreviewRow } from './inspection.ts'
import { phoneText } from './phones.ts'
import type { RowReader } from './read-row.ts'
import type { Table } from './readers/table.ts'
import { shorten } from './shorten.ts'

const ROWS_SHOWN = 20

/** First rows as they will be read: dates, money, phones and statuses in one form; a row that cannot be, as it stands. */
export function preview(table: Table, headerIndex: number, reader: RowReader, exponent: number): PreviewRow[] {
  const rows: PreviewRow[] = []
  for (let i = headerIndex + 1; i < table.head.length && rows.length < ROWS_SHOWN; i++) {
    const cells = table.head[i]!
    if (!hasText(cells)) continue
    const values: PreviewRow['values'] = {}
    for (const field of FIELDS) if (reader.places[field] >= 0) values[field] = shorten(reader.text(cells, field).trim())
    if (reader.read(cells)) Object.assign(values, readValues(reader, exponent))
    rows.push({ row: i + 1, values })
  }
  return rows
}

function readValues(reader: RowReader, exponent: number): PreviewRow['values'] {
  const known: PreviewRow['values'] = {
    starts_at: `${formatDay(reader.day)}${reader.hasTime ? ` ${clock(reader.time)}` : ''}`,
    booked_at: instant(reader.bookedAt, reader),
    cancelled_at: instant(reader.cancelledAt, reader),
    status: reader.status === 0 ? '' : STATUSES[reader.status]!,
    price: money(reader.price, exponent),
    discount: money(reader.discount, exponent),
    phone: phoneText(reader.phone),
    requested: ['', 'yes', 'no'][reader.requested]!,
    marketing_consent: ['', 'yes', 'no'][reader.marketing]!,
    birthday: formatBirthday(Math.max(reader.birthday, NO_BIRTHDAY)),
    language: reader.language,
    kind: reader.product === 1 ? 'product' : 'service',
  }
  const shown = (field: string) => reader.places[field as Field] >= 0
  return Object.fromEntries(
    Object.entries(known).filter(([field, text]) => shown(field) || (field === 'status' && text)),
  )
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 16)
}

function instant(value: number, { zone }: RowReader): string {
  return Number.isNaN(value) ? '' : new Date(zone.toLocal(value)).toISOString().slice(0, 16).replace('T', ' ')
}

function money(minorUnits: number, exponent: number): string {
  return Number.isNaN(minorUnits) ? '' : (minorUnits / 10 ** exponent).toFixed(exponent)
}
