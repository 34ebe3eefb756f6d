import { Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Definition } from '../definition.tsx'
import type { Sort, TableColumn } from './columns.ts'
import classes from './data-table.module.css'

interface Props<T> {
  column: TableColumn<T> | null
  /** heading over several columns */
  title: string | null
  span: number
  sort: Sort | null
  onSort: (sort: Sort) => void
}

/** A heading: sorts by its column (numbers first from the highest) and explains it. */
export function HeaderCell<T>({ column, title, span, sort, onSort }: Props<T>) {
  if (title !== null) {
    return (
      <Table.Th colSpan={span} scope="colgroup" className={classes.over!}>
        <span>{title}</span>
      </Table.Th>
    )
  }
  if (!column) return <Table.Td colSpan={span} className={classes.over!} />
  const sorted = sort?.id === column.id ? (sort.desc ? 'descending' : 'ascending') : 'none'
  const Arrow = sorted === 'ascending' ? IconArrowUp : IconArrowDown
  const next = { id: column.id, desc: sorted === 'none' ? column.numeric === true : sorted === 'ascending' }
  return (
    <Table.Th
      scope="col"
      data-numeric={column.numeric || undefined}
      aria-sort={sorted}
      style={column.width ? { width: column.width } : undefined}
    >
      <span className={classes.heading}>
        {column.value ? (
          <button type="button" className={classes.sort} onClick={() => onSort(next)}>
            {column.label}
            {sorted !== 'none' && <Arrow size={13} aria-hidden />}
          </button>
        ) : (
          column.label
        )}
        {column.term && <Definition of={column.term} />}
      </span>
    </Table.Th>
  )
}
