import { useState } from 'react'
import type { CampaignPeopleOf } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useText } from '../../i18n/index.ts'
import { CallInstead } from './call-instead.tsx'
import { CampaignPeoplePanel } from './campaign-people-panel.tsx'
import classes from './campaigns.module.css'
import { Doubtful } from './doubtful.tsx'
import { MessageTexts } from './message-texts.tsx'
import { Progress } from './progress.tsx'
import { Results } from './results.tsx'
import { Skipped } from './skipped.tsx'
import { Waiting } from './waiting.tsx'

/** A campaign that waits, goes out or has gone out: how far it is, what came of it, who was passed over. */
export function SentView({ campaign }: { campaign: Campaign }) {
  const { say } = useText()
  const [people, setPeople] = useState<CampaignPeopleOf | null>(null)
  const { id, counts, launchedOn } = campaign
  const open = (cell: CampaignPeopleOf['cell'], reason?: string) => setPeople({ id, cell, reason })
  const openOf = (only: Omit<CampaignPeopleOf, 'id'>) => setPeople({ id, ...only })
  const skipped = { ...counts?.skipped }
  return (
    <>
      <Waiting campaign={campaign} />
      {counts && <Progress campaign={campaign} counts={counts} onOpen={open} />}
      {counts && <Doubtful campaign={campaign} counts={counts} onOpen={open} />}
      {launchedOn && <Results id={id} isMoving={campaign.state === 'sending'} onOpen={open} onOpenOf={openOf} />}
      {counts && Object.keys(skipped).length > 0 && (
        <Card label={say('campaigns.results.skipped')}>
          <h2 className={classes.heading}>{say('campaigns.results.skipped')}</h2>
          <Skipped counts={skipped} onOpen={(reason) => open('skipped', reason)} />
        </Card>
      )}
      <Card label={say('campaigns.text')}>
        <h2 className={classes.heading}>{say('campaigns.text')}</h2>
        <MessageTexts plan={campaign.plan} />
      </Card>
      {launchedOn && <CallInstead campaign={campaign} />}
      <CampaignPeoplePanel of={people} onClose={() => setPeople(null)} />
    </>
  )
}
