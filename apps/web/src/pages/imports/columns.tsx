import { fieldName } from '@comeback/server/intake/describe'
import { type ColumnMapping, FIELDS, isField } from '@comeback/server/intake/fields'
import { Select } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ImportColumn, ImportCorrection, Inspection } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './imports.module.css'

interface Props {
  inspection: Inspection
  onCorrect: (correction: ImportCorrection) => void
  disabled: boolean
}

/** What changes when a column is given another meaning: its former field has no column any more. */
function remap(column: ImportColumn, field: ImportColumn['field']): ColumnMapping {
  const mapping: ColumnMapping = {}
  if (column.field) mapping[column.field] = null
  if (field) mapping[field] = column.header
  return mapping
}

/** Each column of the file: what is in it and what it was taken for. */
export function Columns({ inspection, onCorrect, disabled }: Props) {
  const { say, language } = useText()
  const { columns, sheets, sheet } = inspection
  const options = [
    { value: '', label: say('imports.skip') },
    ...FIELDS.map((field) => ({ value: field, label: fieldName(field, language) })),
  ]
  return (
    <Card flush label={say('imports.columnsTitle')}>
      <div className={classes.top}>
        <div>
          <h2 className={classes.heading}>{say('imports.columnsTitle')}</h2>
          <p className={classes.text}>{say('imports.columnsText')}</p>
        </div>
        {sheets && sheets.length > 1 && (
          <Select
            label={say('imports.sheet')}
            size="sm"
            data={sheets}
            value={sheet}
            allowDeselect={false}
            disabled={disabled}
            onChange={(chosen) => chosen && onCorrect({ sheet: chosen })}
          />
        )}
      </div>
      <ul className={classes.columns}>
        {columns.map((column) => (
          <li key={column.header} data-skipped={column.field === null || undefined}>
            <span className={classes.header}>
              {column.header}
              <small>{column.samples.slice(0, 3).join(' · ')}</small>
            </span>
            <Select
              size="sm"
              aria-label={say('imports.meaningOf', { header: column.header })}
              data={options}
              value={column.field ?? ''}
              searchable
              allowDeselect={false}
              disabled={disabled}
              rightSection={column.field && column.guessed ? <IconCircleCheck size={16} aria-hidden /> : undefined}
              onChange={(chosen) => {
                const field = chosen !== null && isField(chosen) ? chosen : null
                onCorrect({ mapping: remap(column, field) })
              }}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
