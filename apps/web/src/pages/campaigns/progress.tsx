import { canSendCampaigns } from '@comeback/server/permissions'
import { Alert, Progress as Bar, Button } from '@mantine/core'
import { steerCampaign } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'
import styles from './results.module.css'
import { useSteering } from './use-steering.ts'

type Counts = NonNullable<Campaign['counts']>

interface Props {
  campaign: Campaign
  counts: Counts
  onOpen: (cell: 'waiting') => void
}

/** How far a campaign that goes out is, and the ways to hold or end it; nothing once it has gone. */
export function Progress({ campaign, counts, onOpen }: Props) {
  const { say, formats } = useWords()
  const sure = useSure()
  const may = useMay()
  const { id, state, pausedBecause } = campaign
  const steer = useSteering(id, (verb: 'pause' | 'resume' | 'stop') => steerCampaign(id, verb))
  if (state !== 'sending' && state !== 'paused') return null
  const { queued = 0, sending = 0 } = counts.messages
  const all = counts.contacted
  const done = all - queued - sending
  return (
    <Card label={say('campaigns.state.sending')}>
      {pausedBecause && (
        <Alert color="yellow" variant="light" radius="md" mb="sm">
          {say('campaigns.pausedNotSetUp')}
        </Alert>
      )}
      <p className={styles.progress} role="status">
        {say('campaigns.progress', { done: formats.number(done), all: formats.number(all) })}
      </p>
      <Bar
        value={all === 0 ? 100 : (100 * done) / all}
        size="lg"
        radius="xl"
        animated={state === 'sending'}
        aria-label={say('campaigns.state.sending')}
      />
      <p className={classes.note}>{say('campaigns.quietNow')}</p>
      <div className={classes.actions}>
        {may(canSendCampaigns) && (
          <>
            <Button
              size="xs"
              variant="default"
              loading={steer.isPending}
              onClick={() => steer.mutate(state === 'paused' ? 'resume' : 'pause')}
            >
              {say(state === 'paused' ? 'campaigns.resume' : 'campaigns.pause')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="red"
              loading={steer.isPending}
              onClick={() =>
                sure({
                  question: say('campaigns.stopSure'),
                  yes: say('campaigns.stop'),
                  onYes: () => steer.mutate('stop'),
                })
              }
            >
              {say('campaigns.stop')}
            </Button>
          </>
        )}
        <Button size="xs" variant="subtle" onClick={() => onOpen('waiting')}>
          {say('campaigns.cell.waiting')}
        </Button>
      </div>
      {steer.error && <Failure error={steer.error} />}
    </Card>
  )
}
