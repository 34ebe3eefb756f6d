import { Table } from '@mantine/core'
import type { RefObject } from 'react'
import type { Sort, TableColumn } from './columns.ts'
import classes from './data-table.module.css'
import { HeaderCell } from './header-cell.tsx'
import { useRowWindow } from './use-row-window.ts'
import { useTableModel } from './use-table-model.ts'

interface Props<T> {
  label: string
  columns: TableColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  hidden: readonly string[]
  sort: Sort | null
  onSort: (sort: Sort) => void
  /** the server has sorted the rows, and there are more of them than it sent */
  sortedByServer?: boolean
  quietRow?: (row: T) => boolean
  /** what scrolls the rows; absent: the page */
  scroller?: RefObject<HTMLElement | null> | undefined
  onEnd?: (() => void) | undefined
}

/** A table whose long lists draw only the rows in view (all of them on paper). */
export function DataTable<T>(props: Props<T>) {
  const { table, cellOf, columnOf } = useTableModel(props)
  const rows = table.getRowModel().rows
  const view = useRowWindow({ count: rows.length, scroller: props.scroller, onEnd: props.onEnd, rowHeight: 57 })
  const span = table.getVisibleLeafColumns().length
  const headers = table.getHeaderGroups()
  return (
    <div className={classes.scroll} ref={view.listRef}>
      <Table className={classes.table!} aria-label={props.label} aria-rowcount={rows.length}>
        <Table.Thead>
          {headers.map((group, depth) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  column={header.isPlaceholder ? null : columnOf(header.column.id)}
                  title={depth < headers.length - 1 && !header.isPlaceholder ? header.column.id : null}
                  span={header.colSpan}
                  sort={props.sort}
                  onSort={props.onSort}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {view.before > 0 && (
            <tr aria-hidden>
              <td colSpan={span} style={{ height: view.before, padding: 0 }} />
            </tr>
          )}
          {view.indices.map((index) => {
            const row = rows[index]
            if (!row) return null
            return (
              <Table.Tr
                key={row.id}
                data-index={index}
                ref={view.measure}
                data-quiet={props.quietRow?.(row.original.row) || undefined}
              >
                {row.getVisibleCells().map((cell) => (
                  <Table.Td key={cell.id} data-numeric={columnOf(cell.column.id)?.numeric || undefined}>
                    {cellOf(cell.column.id, row.original)}
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
          {view.after > 0 && (
            <tr aria-hidden>
              <td colSpan={span} style={{ height: view.after, padding: 0 }} />
            </tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  )
}
