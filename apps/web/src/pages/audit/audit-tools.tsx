import { AUDIT_ACTIONS } from '@comeback/server/audit/events'
import { Button, Select, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type AuditSearch, auditExport } from '../../api/audit.ts'
import { membersQuery } from '../../api/session.ts'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './audit.module.css'

const route = getRouteApi('/audit')

/** Narrows the log by words, person, action and days; the address keeps it. */
export function AuditTools() {
  const { say, language } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const members = useQuery(membersQuery)
  const change = useCallback(
    (next: { [Name in keyof AuditSearch]: AuditSearch[Name] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...next }) as AuditSearch, replace: true }),
    [navigate],
  )
  const onSearch = useCallback((text: string) => change({ text: text || undefined }), [change])
  const people = [
    ...(members.data?.members ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: 'commandLine', label: say('audit.commandLine') },
    { value: 'system', label: say('audit.system') },
  ]
  const actions = AUDIT_ACTIONS.map((value) => ({ value, label: say(`audit.action.${value}`) }))
  return (
    <>
      <ListTools placeholder={say('audit.search')} search={search.text ?? ''} onSearch={onSearch}>
        <Button
          component="a"
          href={auditExport(search, language)}
          download
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {say('audit.download')}
        </Button>
      </ListTools>
      <div className={classes.filters}>
        <Select
          label={say('audit.who')}
          placeholder={say('audit.everybody')}
          data={people}
          value={search.who ?? null}
          clearable
          searchable
          onChange={(who) => change({ who: who ?? undefined })}
        />
        <Select
          label={say('audit.what')}
          placeholder={say('audit.everything')}
          data={actions}
          value={search.action ?? null}
          clearable
          searchable
          onChange={(value) => change({ action: AUDIT_ACTIONS.find((action) => action === value) })}
        />
        <TextInput
          type="date"
          label={say('audit.from')}
          value={search.from ?? ''}
          max={search.to}
          onChange={({ currentTarget }) => change({ from: currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={say('audit.to')}
          value={search.to ?? ''}
          min={search.from}
          onChange={({ currentTarget }) => change({ to: currentTarget.value || undefined })}
        />
      </div>
    </>
  )
}
