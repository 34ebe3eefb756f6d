import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../i18n/index.ts'
import type { FilterField } from './filters.tsx'

export interface FilterListProps {
  field: FilterField
  values: string[]
  chosen: string[]
  onChoose: (values: string[]) => void
}

/** From this many values on the list has a search. */
const MANY = 9

/** Names in the data are shown as they are; only new and returning are words of ours. */
export function useValueName(field: FilterField): (value: string) => string {
  const { say } = useText()
  if (field === 'newness')
    return (value) => say(value === 'new' ? 'retention.newness.new' : 'retention.newness.returning')
  return (value) => (value === '' ? say(`retention.table.nameless.${field}`) : value)
}

export function FilterList({ field, values, chosen, onChoose }: FilterListProps) {
  const { say } = useText()
  const nameOf = useValueName(field)
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const shown = values.filter((value) => nameOf(value).toLocaleLowerCase().includes(wanted))
  return (
    <Stack gap="xs">
      {values.length >= MANY && (
        <TextInput
          size="sm"
          aria-label={say('common.search')}
          placeholder={say('common.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group value={chosen} onChange={onChoose} aria-label={say(`retention.filter.${field}`)}>
        <Stack gap={10}>
          {shown.map((value) => (
            <Checkbox key={value} value={value} label={nameOf(value)} size="sm" />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  )
}
