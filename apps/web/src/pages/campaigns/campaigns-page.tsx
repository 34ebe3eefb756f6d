import { canPrepareCampaigns, canSeeCampaigns, canSendCampaigns } from '@comeback/server/permissions'
import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconSend } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { allResultsQuery, campaignsQuery } from '../../api/campaigns.ts'
import type { AllCampaignResults, Campaign, CampaignResults } from '../../api/types.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useNewCampaign } from '../../components/campaigns/use-new-campaign.ts'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { TryInPractice } from '../../components/try-in-practice.tsx'
import { useText } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'
import styles from './results.module.css'
import { Rules } from './rules.tsx'
import { StateLine } from './state-line.tsx'
import { becauseOf } from './verdict.tsx'

/** Every sending of the salon, and what they brought together. */
export function CampaignsPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  if (!may(canSeeCampaigns)) return <NotForYou title={say('campaigns.title')} />
  if (!has('winback')) {
    return (
      <>
        <PageHeader title={say('campaigns.title')} />
        <Locked feature="winback" />
      </>
    )
  }
  return <Campaigns />
}

function Campaigns() {
  const { say } = useText()
  const may = useMay()
  const begin = useNewCampaign()
  const campaigns = useInfiniteQuery(campaignsQuery)
  const results = useQuery(allResultsQuery)
  const all = campaigns.data?.pages.flatMap((page) => page.campaigns) ?? []
  const byId = new Map(results.data?.campaigns.map((each) => [each.id, each]))
  return (
    <>
      <PageHeader
        title={say('campaigns.title')}
        actions={
          may(canPrepareCampaigns) && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              loading={begin.isPending}
              onClick={() => begin.mutate({ groupIds: [] })}
            >
              {say('campaigns.new')}
            </Button>
          )
        }
      >
        {say('campaigns.lead')}
      </PageHeader>
      {campaigns.isError ? (
        <LoadFailed error={campaigns.error} retry={campaigns.refetch} />
      ) : !campaigns.data ? (
        <Skeleton height={220} radius="lg" aria-label={say('common.loading')} />
      ) : all.length === 0 ? (
        <Card>
          <Empty icon={IconSend} title={say('campaigns.empty.title')} text={say('campaigns.empty.text')}>
            <Button component={Link} to="/retention" variant="default">
              {say('campaigns.empty.toLost')}
            </Button>
            <TryInPractice />
          </Empty>
        </Card>
      ) : (
        <Card label={say('campaigns.title')}>
          <ul className={classes.list}>
            {all.map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} result={byId.get(campaign.id)} />
            ))}
          </ul>
          {campaigns.hasNextPage && (
            <Button
              variant="default"
              loading={campaigns.isFetchingNextPage}
              onClick={() => void campaigns.fetchNextPage()}
            >
              {say('campaigns.more')}
            </Button>
          )}
        </Card>
      )}
      {results.data && results.data.pooled.campaigns > 0 && <Overall pooled={results.data.pooled} />}
      {may(canSendCampaigns) && <Rules />}
    </>
  )
}

/** Verdicts that let one say how many came because of the message. */
const SAYS_WHY: readonly CampaignResults['verdict'][] = ['open', 'small', 'ready']

interface RowProps {
  campaign: Campaign
  result: AllCampaignResults['campaigns'][number] | undefined
}

function CampaignRow({ campaign, result }: RowProps) {
  const { say, formats } = useWords()
  const because = result && SAYS_WHY.includes(result.verdict) ? becauseOf(result.effect) : null
  return (
    <li>
      <div>
        <Link to="/campaigns/$id" params={{ id: campaign.id }}>
          {campaign.name}
        </Link>
        <StateLine campaign={campaign} />
      </div>
      {result && result.verdict !== 'early' && (
        <p>
          {say('campaigns.came', {
            visited: formats.number(result.effect.contacted.visited),
            clients: formats.number(result.effect.contacted.clients),
          })}
          {because && (
            <small>
              {say('campaigns.results.because', {
                count: formats.number(because.expected),
                low: formats.number(because.low),
                high: formats.number(because.high),
              })}
            </small>
          )}
        </p>
      )}
    </li>
  )
}

function Overall({ pooled }: { pooled: AllCampaignResults['pooled'] }) {
  const { say, formats } = useWords()
  const came = { visited: formats.number(pooled.visited), contacted: formats.number(pooled.contacted) }
  const because = becauseOf({ incrementalVisits: pooled.incremental })
  return (
    <Card label={say('campaigns.overall.title')}>
      <h2 className={classes.heading}>{say('campaigns.overall.title')}</h2>
      <div className={styles.verdict}>
        <p>
          {because
            ? say('campaigns.overall.sentence', {
                ...came,
                count: formats.number(because.expected),
                low: formats.number(because.low),
                high: formats.number(because.high),
              })
            : say('campaigns.overall.alone', came)}
        </p>
      </div>
      <p className={classes.note}>{say('campaigns.overall.note')}</p>
    </Card>
  )
}
