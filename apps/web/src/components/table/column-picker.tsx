import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconColumns3 } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import type { TableColumn } from './columns.ts'

/** Which columns a person has put away, kept in this browser per list. */
export function useHiddenColumns(list: string, byDefault: readonly string[]) {
  return useLocalStorage<readonly string[]>({
    key: `comeback.hidden.${list}`,
    defaultValue: byDefault,
    getInitialValueInEffect: false,
  })
}

interface Props {
  columns: Pick<TableColumn<never>, 'id' | 'label' | 'group' | 'fixed'>[]
  hidden: readonly string[]
  onHide: (hidden: readonly string[]) => void
}

export function ColumnPicker({ columns, hidden, onHide }: Props) {
  const { say } = useText()
  const toggle = (id: string) => onHide(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id])
  return (
    <Popover position="bottom-end" shadow="lg" radius="lg" trapFocus>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {say('common.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={10}>
          {columns
            .filter((column) => !column.fixed)
            .map((column) => (
              <Checkbox
                key={column.id}
                size="sm"
                label={column.group ? `${column.group}: ${column.label.toLocaleLowerCase()}` : column.label}
                checked={!hidden.includes(column.id)}
                onChange={() => toggle(column.id)}
              />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
