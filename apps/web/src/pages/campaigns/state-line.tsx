import { Badge } from '@mantine/core'
import type { Campaign } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'

const COLOURS: Record<Campaign['state'], string> = {
  draft: 'gray',
  awaitingApproval: 'yellow',
  scheduled: 'blue',
  sending: 'violet',
  paused: 'yellow',
  stopped: 'red',
  done: 'green',
}

/** Where a campaign stands, and since or until when. */
export function StateLine({ campaign }: { campaign: Campaign }) {
  const { say, formats } = useWords()
  const { timeZone } = useWorkspace()
  const { state, startsAt, launchedOn, preparedBy } = campaign
  const says = launchedOn
    ? say('campaigns.sentOn', { date: formats.shortDate(launchedOn) })
    : state === 'scheduled' && startsAt && Date.parse(startsAt) > Date.now()
      ? say('campaigns.startsAt', { date: formats.momentIn(startsAt, timeZone) })
      : preparedBy && say('campaigns.preparedBy', { name: preparedBy })
  return (
    <span className={classes.state}>
      <Badge variant="light" color={COLOURS[state]} tt="none">
        {say(`campaigns.state.${state}`)}
      </Badge>
      {says}
    </span>
  )
}
