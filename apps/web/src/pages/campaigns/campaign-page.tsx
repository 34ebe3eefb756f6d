import { canPrepareCampaigns, canSeeCampaigns } from '@comeback/server/permissions'
import { Anchor, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { campaignQuery } from '../../api/campaigns.ts'
import { isNotThere } from '../../api/request.ts'
import { GoneFromList } from '../../app/error-pages.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { Editor } from './editor.tsx'
import { SentView } from './sent-view.tsx'
import { StateLine } from './state-line.tsx'

/** One campaign: written until it goes out, watched while it does, measured afterwards. */
export function CampaignPage() {
  const { say, words } = useText()
  const may = useMay()
  const { id } = useParams({ from: '/campaigns/$id' })
  const campaign = useQuery({ ...campaignQuery(id), enabled: may(canSeeCampaigns) })
  if (!may(canSeeCampaigns)) return <NotForYou title={say('campaigns.title')} />
  if (isNotThere(campaign.error)) {
    return <GoneFromList text={words.errors.codes.campaignNotFound} to="/campaigns" list={say('campaigns.back')} />
  }
  if (campaign.isError) return <LoadFailed error={campaign.error} retry={campaign.refetch} />
  if (!campaign.data) return <Skeleton height={320} radius="lg" aria-label={say('common.loading')} />
  const { data } = campaign
  const isWritten = data.state === 'draft' && may(canPrepareCampaigns)
  return (
    <>
      <PageHeader
        title={data.name}
        actions={
          data.automationId ? (
            <Anchor component={Link} to={`/automations/${data.automationId}`}>
              {say('automations.backTo')}
            </Anchor>
          ) : (
            <Anchor component={Link} to="/campaigns">
              {say('campaigns.back')}
            </Anchor>
          )
        }
      >
        <StateLine campaign={data} />
      </PageHeader>
      {isWritten ? <Editor key={data.id} campaign={data} /> : <SentView campaign={data} />}
    </>
  )
}
