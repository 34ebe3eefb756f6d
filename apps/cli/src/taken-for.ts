import type { Inspection } from '@comeback/server/intake'

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** One line on what a file is and which column was taken for what. */
export function takenFor(file: string, inspection: Inspection): string {
  const { format, encoding, delimiter, sheet, columns, settings } = inspection
  const form = [
    format === 'csv' ? encoding : [format, encoding].filter(Boolean).join(' '),
    delimiter === null ? null : `by ${DELIMITERS[delimiter] ?? delimiter}`,
    sheet === null ? null : `sheet “${sheet}”`,
    `dates ${settings.dateOrder}`,
    settings.joinBy === 'name' ? 'clients joined by name (doubtful)' : null,
  ]
  const taken = columns.flatMap(({ header, field }) => (field === null ? [] : [`${field}=“${header}”`]))
  const left = columns.flatMap(({ header, field }) => (field === null ? [`“${header}”`] : []))
  const unused = left.length === 0 ? '' : `; not used: ${left.join(', ')}`
  return `${file} (${form.filter((part) => part !== null).join(', ')}): ${taken.join(', ')}${unused}`
}
