import { canManage, ROLES } from '@comeback/server/permissions'
import { Checkbox, MultiSelect, Select } from '@mantine/core'
import type { Rights } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './members.module.css'

interface Props {
  value: Rights
  disabled?: boolean
  onChange: (rights: Partial<Rights>) => void
}

/** Role; for a master who of the staff they are and whether they see contacts; the locations one is limited to. */
export function RightsFields({ value, disabled = false, onChange }: Props) {
  const { say } = useText()
  const may = useMay()
  const { dimensions } = useWorkspace()
  const roles = ROLES.filter((role) => role === value.role || may((actor) => canManage(actor, role)))
  return (
    <div className={classes.rights}>
      <Select
        label={say('account.roleLabel')}
        data={roles.map((role) => ({ value: role, label: say(`account.role.${role}`) }))}
        value={value.role}
        allowDeselect={false}
        disabled={disabled}
        onChange={(next) => onChange({ role: ROLES.find((role) => role === next) ?? value.role })}
      />
      {value.role === 'master' && (
        <>
          <Select
            label={say('account.whichMaster')}
            placeholder={say('account.nobodyYet')}
            data={dimensions.staff}
            value={value.staff}
            clearable
            searchable
            required={dimensions.staff.length > 0}
            disabled={disabled}
            onChange={(staff) => onChange({ staff })}
          />
          <Checkbox
            label={say('account.seesContacts')}
            checked={value.seesContacts}
            disabled={disabled}
            onChange={(event) => onChange({ seesContacts: event.currentTarget.checked })}
          />
        </>
      )}
      {value.role !== 'owner' && dimensions.locations.length > 1 && (
        <MultiSelect
          label={say('account.locations')}
          placeholder={value.locations ? '' : say('account.allLocations')}
          data={dimensions.locations}
          value={value.locations ?? []}
          clearable
          disabled={disabled}
          onChange={(locations) => onChange({ locations: locations.length === 0 ? null : locations })}
        />
      )}
    </div>
  )
}
