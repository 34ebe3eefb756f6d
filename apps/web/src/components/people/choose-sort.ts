import type { Sort, TableColumn } from '../table/columns.ts'
import type { Forecast } from './use-forecast.ts'

type Asked = { sort?: string | undefined; desc?: true | undefined }

/**
 * The order of a list of people: the one asked for if the list has it, else by value at risk where there is a
 * forecast from the beginning, else `otherwise`. Null until it is known whether there is one; who sees none waits for
 * nothing.
 */
export function chooseSort(
  { sort, desc }: Asked,
  columns: Pick<TableColumn<never>, 'id'>[],
  { state, ordersLists, withheld }: Pick<Forecast, 'state' | 'ordersLists' | 'withheld'>,
  otherwise: Sort,
): Sort | null {
  if (sort !== undefined && columns.some((column) => column.id === sort)) return { id: sort, desc: desc === true }
  if (state === undefined && !withheld) return null
  return ordersLists ? { id: 'value12m', desc: true } : otherwise
}
