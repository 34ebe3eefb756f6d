import { canPrepareCampaigns, canSeeCampaigns } from '@comeback/server/permissions'
import { Anchor, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { automationQuery } from '../../api/automations.ts'
import type { Automation } from '../../api/types.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useWords } from '../../i18n/period-words.ts'
import campaigns from '../campaigns/campaigns.module.css'
import { MessageTexts } from '../campaigns/message-texts.tsx'
import { AutomationEditor } from './automation-editor.tsx'
import { AutomationOutcome } from './automation-outcome.tsx'
import classes from './automations.module.css'
import { OnSwitch } from './on-switch.tsx'
import { Trouble } from './trouble.tsx'
import { useSentence } from './use-sentence.ts'

/** One automation: what it has brought, and, while it is off, everything about it to change. */
export function AutomationPage() {
  const { say } = useWords()
  const may = useMay()
  const { id } = useParams({ from: '/automations/$id' })
  const automation = useQuery({ ...automationQuery(id), enabled: may(canSeeCampaigns) })
  if (!may(canSeeCampaigns)) return <NotForYou title={say('automations.title')} />
  if (automation.isError) return <LoadFailed error={automation.error} retry={automation.refetch} />
  if (!automation.data) return <Skeleton height={320} radius="lg" aria-label={say('common.loading')} />
  const { data } = automation
  const isWritten = !data.isOn && may(canPrepareCampaigns)
  return (
    <>
      <PageHeader
        title={data.name}
        actions={
          <Anchor component={Link} to="/automations">
            {say('automations.back')}
          </Anchor>
        }
      />
      <State automation={data} />
      <AutomationOutcome id={id} />
      {isWritten && <AutomationEditor key={data.id} automation={data} />}
    </>
  )
}

/** Whether it is on, since when, and what it says. */
function State({ automation }: { automation: Automation }) {
  const { say, formats } = useWords()
  const sentence = useSentence()
  const { isOn, onSince, trigger, plan, waiting } = automation
  const state = say(isOn ? 'automations.isOn' : 'automations.isOff')
  const channels = plan.channels.map((channel) => say(`campaigns.channel.${channel}`)).join(' → ')
  return (
    <Card label={state}>
      <div className={classes.head}>
        <h2>
          {isOn && onSince ? say('automations.onSince', { date: formats.date(onSince) }) : state}
          {waiting > 0 && <small>{say('automations.waiting', { count: waiting })}</small>}
        </h2>
        <OnSwitch automation={automation} />
      </div>
      <p className={classes.does}>{sentence(trigger)}</p>
      <Trouble automation={automation} />
      {isOn && (
        <>
          <MessageTexts plan={plan} />
          <p className={campaigns.note}>
            {channels}. {say('automations.offToChange')}
          </p>
        </>
      )}
    </Card>
  )
}
