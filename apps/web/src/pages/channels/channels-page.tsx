import { SENDING_CHANNELS } from '@comeback/server/channels/providers'
import { canManageChannels } from '@comeback/server/permissions'
import { Alert, Skeleton } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { channelsQuery } from '../../api/channels.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { ChannelCard } from './channel-card.tsx'

/** What the salon writes to clients by: each channel set up, tried out, turned on and off. */
export function ChannelsPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  const { isDemo } = useWorkspace()
  const isOpen = may(canManageChannels) && has('winback')
  const channels = useQuery({ ...channelsQuery, enabled: isOpen })
  if (!may(canManageChannels)) return <NotForYou title={say('channels.title')} />
  return (
    <>
      <PageHeader title={say('channels.title')}>{say('channels.lead')}</PageHeader>
      {!has('winback') && <Locked feature="winback" />}
      {channels.isError && <LoadFailed error={channels.error} retry={channels.refetch} />}
      {isOpen && channels.isPending && <Skeleton height={420} radius="lg" aria-label={say('common.loading')} />}
      {channels.data && (
        <>
          {(isDemo || !channels.data.isReachable) && (
            <Alert
              color={isDemo ? 'violet' : 'yellow'}
              variant="light"
              radius="lg"
              mt="md"
              icon={<IconInfoCircle aria-hidden />}
            >
              {say(isDemo ? 'channels.demo' : 'channels.unreachable')}
            </Alert>
          )}
          {SENDING_CHANNELS.map((channel) => (
            <ChannelCard
              key={channel}
              channel={channel}
              account={channels.data.channels.find((each) => each.channel === channel) ?? null}
              hasServerMail={channels.data.hasServerMail}
            />
          ))}
        </>
      )}
    </>
  )
}
