import { canSendCampaigns } from '@comeback/server/permissions'
import { Button, NumberInput, Skeleton, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  automationCheckQuery,
  automationQuery,
  changeAutomation,
  readAutomation,
  removeAutomation,
} from '../../api/automations.ts'
import type { Automation } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { DraftState, DraftTrouble } from '../../components/drafts/draft-trouble.tsx'
import { useSavedDraft } from '../../components/drafts/use-saved-draft.ts'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useText } from '../../i18n/index.ts'
import campaigns from '../campaigns/campaigns.module.css'
import { Preview } from '../campaigns/preview.tsx'
import { WhatStep } from '../campaigns/what-step.tsx'
import { TimeRules } from '../campaigns/when-step.tsx'
import { BookedField, HoldoutField } from '../campaigns/whom-step.tsx'
import { Forecast } from './forecast.tsx'
import { OnDialog } from './on-dialog.tsx'
import { TriggerField } from './trigger-field.tsx'

/** An automation being written, while it is off: when, what, how much, and beside it the message as a person gets it. */
export function AutomationEditor({ automation }: { automation: Automation }) {
  const { say } = useText()
  const may = useMay()
  const queries = useQueryClient()
  const { id, trigger, pauseDays } = automation
  const draft = useSavedDraft(
    `automations/${id}`,
    automation,
    { trigger, pauseDays },
    {
      save: (version, change) => changeAutomation(id, version, change),
      read: () => readAutomation(id),
      onSaved: (saved: Automation) => queries.setQueryData(automationQuery(id).queryKey, saved),
    },
  )
  const check = useQuery(automationCheckQuery(automation))
  const [person, setPerson] = useState<number | null>(null)
  const [isAsking, dialog] = useDisclosure(false)
  const written = { id, version: automation.version, from: 'automations' as const }
  return (
    <div className={campaigns.editor}>
      <div className={campaigns.steps}>
        <Step title={say('automations.steps.when')}>
          <TextInput
            label={say('automations.name')}
            value={draft.name}
            error={draft.name.trim() === '' && say('campaigns.nameNeeded')}
            maxLength={120}
            onChange={(event) => draft.rename(event.currentTarget.value)}
          />
          <TriggerField trigger={draft.more.trigger} onChange={(next) => draft.also({ trigger: next })} />
          <NumberInput
            maw={320}
            label={say('automations.pause')}
            description={say('automations.pauseHint')}
            value={draft.more.pauseDays}
            min={1}
            max={365}
            allowDecimal={false}
            onChange={(value) => Number(value) >= 1 && draft.also({ pauseDays: Number(value) })}
          />
        </Step>
        <Step title={say('automations.steps.what')}>
          <WhatStep draft={draft} open={check.data?.open ?? draft.plan.channels} />
        </Step>
        <Step title={say('automations.steps.rules')}>
          <BookedField plan={draft.plan} change={draft.change} />
          <HoldoutField plan={draft.plan} change={draft.change} />
          <TimeRules plan={draft.plan} change={draft.change} />
        </Step>
        <Step title={say('automations.steps.check')}>
          {check.isError ? (
            <LoadFailed error={check.error} retry={check.refetch} />
          ) : check.data ? (
            <Forecast id={id} check={check.data} />
          ) : (
            <Skeleton height={90} radius="md" aria-label={say('common.loading')} />
          )}
          <DraftTrouble draft={draft} />
          <div className={campaigns.actions}>
            {may(canSendCampaigns) && (
              <>
                <Button
                  disabled={!draft.isSaved || !check.data || check.data.problems.length > 0}
                  loading={draft.state === 'saving'}
                  onClick={dialog.open}
                >
                  {say('automations.turnOn')}
                </Button>
                <Remove automation={automation} onRemoved={draft.abandon} />
              </>
            )}
            <DraftState draft={draft} />
          </div>
        </Step>
      </div>
      <aside className={campaigns.aside}>
        <Preview campaign={written} draft={draft} person={person} onPerson={setPerson} />
      </aside>
      {isAsking && <OnDialog automation={automation} onClose={dialog.close} />}
    </div>
  )
}

function Remove({ automation: { id, name }, onRemoved }: { automation: Automation; onRemoved: () => void }) {
  const { say } = useText()
  const sure = useSure()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () => removeAutomation(id),
    async onSuccess() {
      onRemoved()
      await navigate({ to: '/automations' })
      queries.removeQueries({ queryKey: ['automations', id] })
      await queries.invalidateQueries({ queryKey: ['automations'] })
    },
  })
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        loading={remove.isPending}
        onClick={() =>
          sure({
            question: say('automations.removeSure', { name }),
            yes: say('campaigns.remove'),
            onYes: () => remove.mutate(),
          })
        }
      >
        {say('campaigns.remove')}
      </Button>
      {remove.error && <Failure error={remove.error} />}
    </>
  )
}

function Step({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card label={title}>
      <h2 className={campaigns.heading}>{title}</h2>
      <div className={campaigns.fields}>{children}</div>
    </Card>
  )
}
