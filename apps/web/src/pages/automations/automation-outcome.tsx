import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { automationResultsQuery } from '../../api/automations.ts'
import type { CampaignPeopleOf } from '../../api/campaigns.ts'
import { automationExport } from '../../api/export-links.ts'
import type { AutomationResults } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { ByTable } from '../campaigns/by-table.tsx'
import { CampaignPeoplePanel } from '../campaigns/campaign-people-panel.tsx'
import campaigns from '../campaigns/campaigns.module.css'
import { Funnel } from '../campaigns/funnel.tsx'
import styles from '../campaigns/results.module.css'
import { Arms, Tiles } from '../campaigns/results.tsx'
import { becauseOf, sentenceOf } from '../campaigns/verdict.tsx'
import { Runs } from './runs.tsx'

/** What an automation has brought, over its runs; nothing before the first one. */
export function AutomationOutcome({ id }: { id: string }) {
  const { say, formats, language } = useWords()
  const results = useQuery(automationResultsQuery(id))
  const [people, setPeople] = useState<CampaignPeopleOf | null>(null)
  if (results.isError) return <LoadFailed error={results.error} retry={results.refetch} />
  if (!results.data) return <Skeleton height={200} radius="lg" aria-label={say('common.loading')} />
  const { data } = results
  if (data.runs === 0) return null
  const open = (cell: CampaignPeopleOf['cell']) => setPeople({ id, from: 'automations', cell })
  const openMeasured = (of: Omit<CampaignPeopleOf, 'id'>) =>
    setPeople({ id, from: 'automations', measured: 'true', ...of })
  const isMeasured = data.effect.contacted.clients + data.effect.holdout.clients > 0
  return (
    <>
      <Card label={say('campaigns.results.title')}>
        <div className={campaigns.title}>
          <h2 className={campaigns.heading}>{say('campaigns.results.title')}</h2>
          <ExportMenu linkTo={(format) => automationExport(id, format, language)} />
        </div>
        <Answer results={data} />
        {isMeasured && <Arms results={data} onOpen={(cell) => openMeasured({ cell })} />}
        {isMeasured && <Tiles results={data} />}
        <p className={campaigns.note}>
          {data.since && say('automations.results.since', { date: formats.date(data.since) })}{' '}
          {say('automations.results.once')}
        </p>
      </Card>
      <Funnel funnel={data.funnel} onOpen={open} />
      {isMeasured && <ByTable by={data.by} onOpen={openMeasured} />}
      <Runs runs={data.latest} />
      <CampaignPeoplePanel of={people} onClose={() => setPeople(null)} />
    </>
  )
}

/** The answer in sentences; of those whose days are not over only how many are awaited. */
function Answer({ results }: { results: AutomationResults }) {
  const { say, formats } = useWords()
  const { effect, verdict, awaited } = results
  const because = verdict === 'noHoldout' ? null : becauseOf(effect)
  return (
    <div className={styles.verdict}>
      {effect.contacted.clients > 0 && <p>{sentenceOf(effect, say, formats)}</p>}
      {because && (
        <p data-quiet>
          {say('campaigns.results.because', {
            count: formats.number(because.expected),
            low: formats.number(because.low),
            high: formats.number(because.high),
          })}
          {effect.p !== null && ` ${say('automations.results.p', { p: formats.decimal(effect.p, 3) })}`}
        </p>
      )}
      {verdict === 'small' && <p data-note>{say('campaigns.results.small')}</p>}
      {verdict === 'noHoldout' && <p data-note>{say('automations.results.noHoldout')}</p>}
      {awaited > 0 && <p data-note>{say('automations.results.awaited', { count: awaited })}</p>}
    </div>
  )
}
