import type { Person } from '../../api/types.ts'
import { usePersonColumns } from '../../components/people/person-columns.tsx'
import type { TableColumn } from '../../components/table/columns.ts'
import { useText } from '../../i18n/index.ts'

const ORDER = [
  'name',
  'lastVisit',
  'staff',
  'expectedGap',
  'expectedOn',
  'state',
  'pAlive',
  'value12m',
  'expectedVisits12m',
  'visits',
  'revenue',
  'averageTicket',
]

/** What helps to decide whom to call, and on paper a place to note what was said. */
export function useDueColumns(): TableColumn<Person>[] {
  const { say } = useText()
  const columns = usePersonColumns().map(byDayExpected)
  const mark: TableColumn<Person> = { id: 'mark', label: say('due.mark'), fixed: true, width: '18%', cell: () => null }
  return [...ORDER.flatMap((id) => columns.filter((column) => column.id === id)), mark]
}

/** Nobody here is booked, so the day expected orders those not late yet too; days overdue are 0 for all of them. */
function byDayExpected(column: TableColumn<Person>): TableColumn<Person> {
  if (column.id !== 'daysOverdue') return column
  return { ...column, id: 'expectedOn', value: (person) => person.expectedOn ?? undefined }
}
