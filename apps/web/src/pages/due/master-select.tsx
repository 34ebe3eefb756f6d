import { Select } from '@mantine/core'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './due.module.css'
import { useDue } from './use-due.ts'

const EVERYBODY = ''

/** Whose clients: by the master of the last visit. One master is no choice. */
export function MasterSelect() {
  const { say } = useText()
  const { dimensions } = useWorkspace()
  const { search, change } = useDue()
  if (dimensions.staff.length < 2) return null
  return (
    <Select
      size="sm"
      className={classes.master!}
      aria-label={say('due.master')}
      allowDeselect={false}
      searchable={dimensions.staff.length > 12}
      data={[
        { value: EVERYBODY, label: say('due.allMasters') },
        ...dimensions.staff.map((name) => ({ value: name, label: name })),
      ]}
      value={search.staff ?? EVERYBODY}
      onChange={(name) => change({ staff: name || undefined })}
    />
  )
}
