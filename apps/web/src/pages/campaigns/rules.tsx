import { Button, NumberInput, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { campaignSettingsQuery, changeCampaignSettings } from '../../api/campaigns.ts'
import type { CampaignSettings } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'

/** What holds for all campaigns: how often one person is written to, and when a second person has to agree. */
export function Rules() {
  const { say } = useText()
  const settings = useQuery(campaignSettingsQuery)
  const title = say('campaigns.settings.title')
  return (
    <Card label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {settings.data ? <RulesForm settings={settings.data} /> : <Skeleton height={60} radius="md" />}
    </Card>
  )
}

function RulesForm({ settings }: { settings: CampaignSettings }) {
  const { say } = useText()
  const queries = useQueryClient()
  const [rules, setRules] = useState(settings)
  const save = useMutation({
    mutationFn: () => changeCampaignSettings(rules),
    onSuccess: (saved) => queries.setQueryData(campaignSettingsQuery.queryKey, saved),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={classes.row} onSubmit={submit}>
      <NumberInput
        label={say('campaigns.settings.cap')}
        value={rules.capMessages}
        min={1}
        max={20}
        allowDecimal={false}
        onChange={(value) => setRules({ ...rules, capMessages: Number(value) || 1 })}
      />
      <NumberInput
        label={say('campaigns.settings.capDays')}
        value={rules.capDays}
        min={1}
        max={90}
        allowDecimal={false}
        onChange={(value) => setRules({ ...rules, capDays: Number(value) || 1 })}
      />
      <NumberInput
        label={say('campaigns.settings.approve')}
        description={say('campaigns.settings.approveHint')}
        value={rules.approveAbove ?? ''}
        min={1}
        allowDecimal={false}
        onChange={(value) => setRules({ ...rules, approveAbove: value === '' ? null : Number(value) })}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {say('campaigns.settings.save')}
      </Button>
      {save.isSuccess && <small role="status">{say('campaigns.settings.saved')}</small>}
      {save.error && <Failure error={save.error} />}
    </form>
  )
}
