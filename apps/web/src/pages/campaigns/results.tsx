import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type CampaignPeopleOf, resultsQuery } from '../../api/campaigns.ts'
import { campaignExport } from '../../api/export-links.ts'
import type { CampaignCell, CampaignResults } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { IntervalLine } from '../../charts/interval-line.tsx'
import { Card } from '../../components/card.tsx'
import { CountButton } from '../../components/count-button.tsx'
import { Defined } from '../../components/definition.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { ByTable } from './by-table.tsx'
import classes from './campaigns.module.css'
import { Funnel } from './funnel.tsx'
import { KnownTruth } from './known-truth.tsx'
import styles from './results.module.css'
import { becauseOf, USUAL_P, Verdict } from './verdict.tsx'

type Open = (cell: CampaignCell) => void
type OpenOf = (of: Omit<CampaignPeopleOf, 'id'>) => void

interface Props {
  id: string
  isMoving: boolean
  onOpen: Open
  onOpenOf: OpenOf
}

/** What came of a campaign: the answer first, then what it is made of; before any day counts, that. */
export function Results({ id, isMoving, onOpen, onOpenOf }: Props) {
  const { say, language } = useWords()
  const { practiceDay } = useWorkspace()
  const results = useQuery(resultsQuery(id, isMoving))
  if (results.isError) return <LoadFailed error={results.error} retry={results.refetch} />
  if (!results.data) return <Skeleton height={260} radius="lg" aria-label={say('common.loading')} />
  const { data } = results
  const saysSomething = data.verdict !== 'early'
  return (
    <>
      <Card label={say('campaigns.results.title')}>
        <div className={classes.title}>
          <h2 className={classes.heading}>{say('campaigns.results.title')}</h2>
          <ExportMenu linkTo={(format) => campaignExport(id, format, language)} />
        </div>
        <Verdict results={data} />
        {saysSomething && practiceDay && <KnownTruth id={id} effect={data.effect} />}
        {saysSomething && <Arms results={data} onOpen={onOpen} />}
        {saysSomething && <Tiles results={data} />}
      </Card>
      <Funnel funnel={data.funnel} onOpen={onOpen} />
      {saysSomething && <ByTable by={data.by} onOpen={onOpenOf} />}
    </>
  )
}

/** Those written to beside those held out, on one axis. */
export function Arms({ results: { effect }, onOpen }: { results: Pick<CampaignResults, 'effect'>; onOpen: Open }) {
  const { say, formats } = useWords()
  const arms = [
    { arm: effect.contacted, label: say('campaigns.results.written'), cell: 'contacted', came: 'visited' },
    { arm: effect.holdout, label: say('campaigns.results.heldOut'), cell: 'holdout', came: 'holdoutVisited' },
  ] as const
  return (
    <table className={styles.arms}>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('campaigns.results.clients')}</th>
          <th scope="col">{say('campaigns.results.share')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {arms
          .filter(({ arm }) => arm.clients > 0)
          .map(({ arm, label, cell, came }) => (
            <tr key={cell}>
              <th scope="row">{label}</th>
              <td>
                <CountButton count={arm.clients} what={label} onOpen={() => onOpen(cell)} />
              </td>
              <td>
                <CountButton count={arm.visited} what={say(`campaigns.cell.${came}`)} onOpen={() => onOpen(came)} />
                <small>
                  {formats.percent(arm.share ?? 0)} ({formats.percents(arm.low ?? 0, arm.high ?? 0)})
                </small>
              </td>
              <td data-wide>
                <IntervalLine rate={arm.share ?? 0} low={arm.low ?? 0} high={arm.high ?? 0} tone="plain" />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** What it brought and what it cost; what came after it and what came because of it stay apart. */
export function Tiles({ results }: { results: Pick<CampaignResults, 'effect' | 'messagesMinor' | 'redeemedMinor'> }) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const { effect, messagesMinor, redeemedMinor } = results
  const money = (minor: number) => formats.money(Math.round(minor), currency)
  const because = becauseOf(effect)
  const { incrementalRevenue: extra, incrementalRevenueRange: range } = effect
  const tiles = [
    [say('campaigns.results.after'), formats.number(effect.contacted.visited), null, false],
    [
      say('campaigns.results.becauseTile'),
      because ? formats.number(because.expected) : '—',
      because && `${formats.number(because.low)}…${formats.number(because.high)}`,
      (effect.p ?? 1) >= USUAL_P,
    ],
    [say('campaigns.results.revenue'), money(effect.contacted.revenue), null, false],
    [
      <Defined key="extra" of="extraRevenue">
        {say('campaigns.results.extra')}
      </Defined>,
      extra === null ? '—' : money(extra),
      range && `${money(range.low)}…${money(range.high)}`,
      (effect.p ?? 1) >= USUAL_P,
    ],
    [
      say('campaigns.results.cost'),
      money(effect.cost),
      say('campaigns.results.costOf', { messages: money(messagesMinor), bonuses: money(redeemedMinor) }),
      false,
    ],
  ] as const
  return (
    <dl className={classes.figures}>
      {tiles.map(([label, value, note, maybeChance], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tiles are always these five
        <div key={at} data-chance={maybeChance || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && <small>{note}</small>}
        </div>
      ))}
    </dl>
  )
}
