import { canSeeCampaigns } from '@comeback/server/permissions'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { automationsQuery } from '../../api/automations.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { AnotherAutomation } from './another-automation.tsx'
import { AutomationCard } from './automation-card.tsx'
import classes from './automations.module.css'
import { PresetCard } from './preset-card.tsx'
import { KINDS } from './presets.ts'

/** What is written by itself: the automations there are, and the kinds there are none of yet. */
export function AutomationsPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  if (!may(canSeeCampaigns)) return <NotForYou title={say('automations.title')} />
  return (
    <>
      <PageHeader title={say('automations.title')} actions={has('winback') && <AnotherAutomation />}>
        {say('automations.lead')}
      </PageHeader>
      {has('winback') ? <Cards /> : <Locked feature="winback" />}
    </>
  )
}

function Cards() {
  const { say } = useText()
  const automations = useQuery(automationsQuery)
  if (automations.isError) return <LoadFailed error={automations.error} retry={automations.refetch} />
  if (!automations.data) return <Skeleton height={260} radius="lg" aria-label={say('common.loading')} />
  const all = automations.data.automations
  return (
    <div className={classes.cards}>
      {KINDS.map((kind) => {
        const own = all.filter(({ trigger }) => trigger.kind === kind)
        if (own.length === 0) return <PresetCard key={kind} kind={kind} />
        return own.map((automation) => <AutomationCard key={automation.id} automation={automation} />)
      })}
    </div>
  )
}
