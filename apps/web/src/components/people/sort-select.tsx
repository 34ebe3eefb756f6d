import { ActionIcon, Group, Select } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import type { Sort, TableColumn } from '../table/columns.ts'

interface Props {
  columns: Pick<TableColumn<never>, 'id' | 'label' | 'numeric'>[]
  sort: Sort
  onSort: (sort: Sort) => void
}

/** Sorting where there are no headings to press: on a phone and in the drawer. */
export function SortSelect({ columns, sort, onSort }: Props) {
  const { say } = useText()
  const Icon = sort.desc ? IconSortDescending : IconSortAscending
  return (
    <Group gap={6} wrap="nowrap" flex={1}>
      <Select
        size="sm"
        flex={1}
        aria-label={say('common.sortBy')}
        allowDeselect={false}
        data={columns.map(({ id, label }) => ({ value: id, label }))}
        value={sort.id}
        onChange={(id) => {
          const column = columns.find((one) => one.id === id)
          if (column) onSort({ id: column.id, desc: column.numeric === true })
        }}
      />
      <ActionIcon
        size={36}
        variant="default"
        aria-label={say(sort.desc ? 'common.descending' : 'common.ascending')}
        onClick={() => onSort({ ...sort, desc: !sort.desc })}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
