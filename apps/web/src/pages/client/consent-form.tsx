import { Button, SegmentedControl, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { consentsQuery, recordConsent } from '../../api/privacy.ts'
import { CHANNELS, CONSENT_SOURCES, type ConsentChange, PURPOSES } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './consents.module.css'

const FIRST: ConsentChange = { channel: 'all', purpose: 'marketing', granted: true, source: 'administrator' }
const EVERY_CHANNEL = ['all', ...CHANNELS] as const

/** Writes down that the client agreed, or objects. */
export function ConsentForm({ id }: { id: string }) {
  const { say } = useText()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(FIRST)
  const record = useMutation({
    mutationFn: () => recordConsent(id, draft),
    onSuccess: (consents) => queries.setQueryData(consentsQuery(id).queryKey, consents),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <SegmentedControl
        aria-label={say('privacy.said')}
        value={draft.granted ? 'granted' : 'withdrawn'}
        onChange={(value) => setDraft({ ...draft, granted: value === 'granted' })}
        data={(['granted', 'withdrawn'] as const).map((value) => ({ value, label: say(`privacy.record.${value}`) }))}
      />
      <Select
        label={say('privacy.for')}
        allowDeselect={false}
        value={draft.purpose}
        onChange={(value) => setDraft({ ...draft, purpose: PURPOSES.find((each) => each === value) ?? draft.purpose })}
        data={PURPOSES.map((value) => ({ value, label: say(`privacy.purpose.${value}`) }))}
      />
      <Select
        label={say('privacy.channel')}
        allowDeselect={false}
        value={draft.channel}
        onChange={(value) =>
          setDraft({ ...draft, channel: EVERY_CHANNEL.find((each) => each === value) ?? draft.channel })
        }
        data={EVERY_CHANNEL.map((value) => ({ value, label: say(`privacy.channels.${value}`) }))}
      />
      <Select
        label={say('privacy.how')}
        allowDeselect={false}
        value={draft.source ?? null}
        onChange={(value) => {
          const source = CONSENT_SOURCES.find((each) => each === value)
          if (source) setDraft({ ...draft, source })
        }}
        data={CONSENT_SOURCES.map((value) => ({ value, label: say(`privacy.source.${value}`) }))}
      />
      <Button type="submit" variant="default" loading={record.isPending}>
        {say('privacy.write')}
      </Button>
      {record.error && <Failure error={record.error} />}
      <span role="status" className={classes.status}>
        {record.isSuccess ? say('privacy.written') : ''}
      </span>
    </form>
  )
}
