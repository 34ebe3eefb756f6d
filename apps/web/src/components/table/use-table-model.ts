import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../../i18n/index.ts'
import type { Sort, TableColumn } from './columns.ts'

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

interface Options<T> {
  columns: TableColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  hidden: readonly string[]
  sort: Sort | null
  sortedByServer?: boolean
}

type Value = string | number | undefined

/** Ascending; texts as the reader's language orders them. Undefined never gets here: the table keeps it last. */
function compare(a: Value, b: Value, language: string): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, language)
  return Number(a) - Number(b)
}

/** Our columns as the table library's, with the state held by whoever shows the table. */
export function useTableModel<T>({ columns, rows, rowKey, hidden, sort, sortedByServer = false }: Options<T>) {
  const { language } = useText()
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Boxed<T>>()
    const leaf = (column: TableColumn<T>) =>
      helper.accessor((row) => column.value?.(row.row), {
        id: column.id,
        sortUndefined: 'last',
        sortFn: (a, b, id) => compare(a.getValue<Value>(id), b.getValue<Value>(id), language),
      })
    return helper.columns(
      groupsOf(columns).map((group) =>
        group.title === null
          ? leaf(group.columns[0]!)
          : helper.group({ id: group.title, columns: helper.columns(group.columns.map(leaf)) }),
      ),
    )
  }, [columns, language])
  const data = useMemo(() => rows.map((row) => ({ row })), [rows])
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: (boxed) => rowKey(boxed.row),
    manualSorting: sortedByServer,
    state: {
      sorting: sort ? [sort] : [],
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    },
  })
  return {
    table,
    columnOf: (id: string): TableColumn<T> | null => byId.get(id) ?? null,
    cellOf: (id: string, boxed: Boxed<T>): ReactNode => byId.get(id)?.cell(boxed.row),
  }
}

/** The library's rows are objects with string keys; ours may be any interface, so each is put in a box. */
interface Boxed<T> {
  row: T
}

interface ColumnGroup<T> {
  title: string | null
  columns: TableColumn<T>[]
}

/** Neighbours with the same heading over them. */
function groupsOf<T>(columns: TableColumn<T>[]): ColumnGroup<T>[] {
  const groups: ColumnGroup<T>[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (column.group !== undefined && last?.title === column.group) last.columns.push(column)
    else groups.push({ title: column.group ?? null, columns: [column] })
  }
  return groups
}
