import { canSendCampaigns } from '@comeback/server/permissions'
import { Alert, Button, Group } from '@mantine/core'
import { sendAgain } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { useSteering } from './use-steering.ts'

interface Props {
  campaign: Campaign
  counts: NonNullable<Campaign['counts']>
  onOpen: (cell: 'unknown' | 'failed') => void
}

/** Messages of which nobody knows whether they arrived, and those that surely did not: a person decides. */
export function Doubtful({ campaign, counts, onOpen }: Props) {
  const { say } = useText()
  const may = useMay()
  const again = useSteering(campaign.id, (state: 'unknown' | 'failed') => sendAgain(campaign.id, state))
  const { unknown = 0, failed = 0 } = counts.messages
  const rows = [
    { state: 'unknown', count: unknown, title: 'campaigns.unknownTitle' },
    { state: 'failed', count: failed, title: 'campaigns.failedTitle' },
  ] as const
  return rows
    .filter(({ count }) => count > 0)
    .map(({ state, count, title }) => (
      <Alert key={state} color="yellow" variant="light" radius="lg" mb="md" title={say(title, { count })}>
        {state === 'unknown' && say('campaigns.unknownText')}
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={() => onOpen(state)}>
            {say('campaigns.who')}
          </Button>
          {may(canSendCampaigns) && (
            <Button size="xs" variant="subtle" loading={again.isPending} onClick={() => again.mutate(state)}>
              {say('campaigns.again')}
            </Button>
          )}
        </Group>
        {again.error && <Failure error={again.error} />}
      </Alert>
    ))
}
