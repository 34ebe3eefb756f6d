import { canManageChannels } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './settings.module.css'

/** The way to what the salon writes to clients by. */
export function ChannelsLink() {
  const { say } = useText()
  const may = useMay()
  if (!may(canManageChannels)) return null
  return (
    <Card label={say('channels.title')}>
      <h2 className={classes.heading}>{say('channels.title')}</h2>
      <div className={classes.links}>
        <Button
          component={Link}
          to="/settings/channels"
          variant="default"
          leftSection={<IconSend size={16} aria-hidden />}
        >
          {say('channels.open')}
        </Button>
      </div>
    </Card>
  )
}
