import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { checkQuery, removeCampaign } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { DraftState, DraftTrouble } from '../../components/drafts/draft-trouble.tsx'
import { Failure } from '../../components/failure.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'
import { CheckStep } from './check-step.tsx'
import { Preview } from './preview.tsx'
import { SendDialog } from './send-dialog.tsx'
import { useDraft } from './use-draft.ts'
import { WhatStep } from './what-step.tsx'
import { WhenStep } from './when-step.tsx'
import { WhomStep } from './whom-step.tsx'

/** A campaign being written: whom, what, when, and what would come of it; beside it the message as a person gets it. */
export function Editor({ campaign }: { campaign: Campaign }) {
  const { say } = useText()
  const sure = useSure()
  const draft = useDraft(campaign)
  const check = useQuery(checkQuery(campaign))
  const [person, setPerson] = useState<number | null>(null)
  const [isSure, dialog] = useDisclosure(false)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () => removeCampaign(campaign.id),
    async onSuccess() {
      draft.abandon()
      await navigate({ to: '/campaigns' })
      queries.removeQueries({ queryKey: ['campaigns', campaign.id] })
      await queries.invalidateQueries({ queryKey: ['campaigns'] })
    },
  })
  return (
    <div className={classes.editor}>
      <div className={classes.steps}>
        <Step number={1} title={say('campaigns.steps.whom')}>
          <TextInput
            label={say('campaigns.name')}
            description={say('campaigns.nameHint')}
            value={draft.name}
            error={draft.name.trim() === '' && say('campaigns.nameNeeded')}
            maxLength={120}
            onChange={(event) => draft.rename(event.currentTarget.value)}
          />
          <WhomStep draft={draft} />
        </Step>
        <Step number={2} title={say('campaigns.steps.what')}>
          <WhatStep draft={draft} open={check.data?.open ?? draft.plan.channels} />
        </Step>
        <Step number={3} title={say('campaigns.steps.when')}>
          <WhenStep draft={draft} />
        </Step>
        <Step number={4} title={say('campaigns.steps.check')}>
          <CheckStep campaign={campaign} check={check} />
          <DraftTrouble draft={draft} />
          {remove.error && <Failure error={remove.error} />}
          <div className={classes.actions}>
            <Button
              disabled={!draft.isSaved || !check.data || check.data.problems.length > 0}
              loading={draft.state === 'saving'}
              onClick={dialog.open}
            >
              {say('campaigns.send')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() =>
                sure({
                  question: say('campaigns.removeSure', { name: draft.name }),
                  yes: say('campaigns.remove'),
                  onYes: () => remove.mutate(),
                })
              }
            >
              {say('campaigns.remove')}
            </Button>
            <DraftState draft={draft} />
          </div>
        </Step>
      </div>
      <aside className={classes.aside}>
        <Preview campaign={campaign} draft={draft} person={person} onPerson={setPerson} />
      </aside>
      {check.data && <SendDialog campaign={campaign} check={check.data} opened={isSure} onClose={dialog.close} />}
    </div>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: React.ReactNode }) {
  return (
    <Card label={title}>
      <h2 className={classes.heading}>
        <i aria-hidden>{number}</i>
        {title}
      </h2>
      <div className={classes.fields}>{children}</div>
    </Card>
  )
}
