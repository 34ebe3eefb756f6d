import { Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import { FilterList, type FilterListProps, useValueName } from './filter-list.tsx'
import classes from './question-bar.module.css'

/** One filter as a pill: what it filters by, and what is chosen. */
export function FilterButton(props: FilterListProps) {
  const { say } = useText()
  const nameOf = useValueName(props.field)
  const [first, ...more] = props.chosen
  return (
    <Popover trapFocus shadow="lg" radius="lg" position="bottom-start" width={260}>
      <Popover.Target>
        <button type="button" className={classes.preset} data-on={first === undefined ? undefined : true}>
          {first === undefined ? say(`retention.filter.${props.field}`) : nameOf(first)}
          {more.length > 0 && ` +${more.length}`}
          <IconChevronDown size={13} style={{ marginLeft: 4, verticalAlign: -2 }} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover!}>
        <FilterList {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}
