import { Button, Drawer, Indicator } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter, IconX } from '@tabler/icons-react'
import type { Grouping, Workspace } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useText } from '../../i18n/index.ts'
import { FilterButton } from './filter-button.tsx'
import { FilterList } from './filter-list.tsx'
import classes from './question-bar.module.css'
import { useRetention } from './use-retention.ts'

const FIELDS = ['location', 'staff', 'category', 'service', 'source', 'newness'] as const satisfies readonly Grouping[]
export type FilterField = (typeof FIELDS)[number]

function valuesOf(field: FilterField, dimensions: Workspace['dimensions']): string[] {
  switch (field) {
    case 'location':
      return dimensions.locations
    case 'staff':
      return dimensions.staff
    case 'category':
      return dimensions.categories
    case 'service':
      return dimensions.services
    case 'source':
      return dimensions.sources
    case 'newness':
      return ['new', 'returning']
  }
}

/** Which clients' visits are asked about. A field with a single value has nothing to choose and is hidden. */
export function Filters() {
  const { say } = useText()
  const { dimensions } = useWorkspace()
  const { search, change } = useRetention()
  const [opened, drawer] = useDisclosure(false)
  const phone = useIsPhone()
  const filter = search.filter ?? []
  const chosen = (field: FilterField) =>
    filter.filter((text) => text.startsWith(`${field}:`)).map((text) => text.slice(field.length + 1))
  const choose = (field: FilterField, values: string[]) => {
    const others = filter.filter((text) => !text.startsWith(`${field}:`))
    const next = [...others, ...values.map((value) => `${field}:${value}`)]
    change({ filter: next.length > 0 ? next : undefined })
  }
  const fields = FIELDS.map((field) => ({ field, values: valuesOf(field, dimensions) })).filter(
    ({ values }) => values.length > 1,
  )
  const clear = filter.length > 0 && (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconX size={14} aria-hidden />}
      onClick={() => change({ filter: undefined })}
    >
      {say('retention.clearFilters')}
    </Button>
  )
  if (!phone) {
    return (
      <div className={classes.filters}>
        <IconFilter size={16} stroke={1.7} className={classes.arrow!} aria-hidden />
        {fields.map(({ field, values }) => (
          <FilterButton
            key={field}
            field={field}
            values={values}
            chosen={chosen(field)}
            onChoose={(picked) => choose(field, picked)}
          />
        ))}
        {clear}
      </div>
    )
  }
  return (
    <>
      <Indicator label={filter.length} size={18} disabled={filter.length === 0}>
        <Button variant="default" radius="xl" leftSection={<IconFilter size={16} aria-hidden />} onClick={drawer.open}>
          {say('retention.filters')}
        </Button>
      </Indicator>
      {clear}
      <Drawer
        opened={opened}
        onClose={drawer.close}
        position="bottom"
        size="80%"
        radius="lg"
        title={say('retention.filters')}
        closeButtonProps={{ 'aria-label': say('common.close') }}
      >
        {fields.map(({ field, values }) => (
          <section key={field} style={{ marginBottom: 22 }}>
            <p className={classes.group}>{say(`retention.filter.${field}`)}</p>
            <FilterList
              field={field}
              values={values}
              chosen={chosen(field)}
              onChoose={(picked) => choose(field, picked)}
            />
          </section>
        ))}
      </Drawer>
    </>
  )
}
