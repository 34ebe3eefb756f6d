import { canSendCampaigns } from '@comeback/server/permissions'
import { Alert, Button, Group, Loader } from '@mantine/core'
import { approveCampaign, steerCampaign } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useStaleQuestion } from '../../components/stale-question.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { useSteering } from './use-steering.ts'

/** A campaign that waits for its time, or for the yes of somebody. */
export function Waiting({ campaign }: { campaign: Campaign }) {
  const { say, formats } = useWords()
  const { timeZone } = useWorkspace()
  const may = useMay()
  const { question, isAnswered } = useStaleQuestion()
  const approve = useSteering(campaign.id, () => approveCampaign(campaign))
  const back = useSteering(campaign.id, () => steerCampaign(campaign.id, 'stop'))
  const { state, startsAt, sentBy, preparedBy } = campaign
  if (state !== 'awaitingApproval' && state !== 'scheduled') return null
  const error = approve.error ?? back.error
  const isDue = state === 'scheduled' && startsAt !== null && Date.parse(startsAt) <= Date.now()
  if (isDue) {
    return (
      <Alert color="blue" variant="light" radius="lg" mb="md" role="status" icon={<Loader size={18} />}>
        {say('campaigns.beginning')}
      </Alert>
    )
  }
  return (
    <Alert color={state === 'scheduled' ? 'blue' : 'yellow'} variant="light" radius="lg" mb="md">
      {state === 'awaitingApproval'
        ? say('campaigns.waitsApproval', { name: sentBy || preparedBy })
        : say('campaigns.waitsTime', { date: startsAt ? formats.momentIn(startsAt, timeZone) : '' })}
      {state === 'awaitingApproval' && may(canSendCampaigns) && question}
      {may(canSendCampaigns) && (
        <Group mt="sm">
          {state === 'awaitingApproval' && (
            <Button size="xs" loading={approve.isPending} disabled={!isAnswered} onClick={() => approve.mutate()}>
              {say('campaigns.approve')}
            </Button>
          )}
          <Button size="xs" variant="default" loading={back.isPending} onClick={() => back.mutate()}>
            {say('campaigns.unschedule')}
          </Button>
        </Group>
      )}
      {error && <Failure error={error} />}
    </Alert>
  )
}
