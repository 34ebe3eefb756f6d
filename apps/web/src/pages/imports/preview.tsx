import { fieldName } from '@comeback/server/intake/describe'
import { FIELDS } from '@comeback/server/intake/fields'
import { Table } from '@mantine/core'
import type { Inspection } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './imports.module.css'

/** The first rows as they will be stored: dates, phones and sums already understood. */
export function Preview({ inspection }: { inspection: Inspection }) {
  const { say, language } = useText()
  const { preview } = inspection
  const fields = FIELDS.filter((field) => preview.some(({ values }) => values[field]))
  if (fields.length === 0) return null
  return (
    <Card flush label={say('imports.previewTitle')}>
      <h2 className={classes.flushHeading}>{say('imports.previewTitle')}</h2>
      <div className={classes.scroll}>
        <Table className={classes.preview!}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('imports.row')}</Table.Th>
              {fields.map((field) => (
                <Table.Th key={field}>{fieldName(field, language)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.map(({ row, values }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                {fields.map((field) => (
                  <Table.Td key={field}>{values[field]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Card>
  )
}
