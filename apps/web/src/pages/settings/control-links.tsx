import { canSeeAudit } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { IconHistory, IconPlugConnected, IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './settings.module.css'

/** Ways to the screens about who did what and whose data is kept how long, and which programs come in. */
export function ControlLinks() {
  const { say } = useText()
  const may = useMay()
  if (!may(canSeeAudit)) return null
  return (
    <Card label={say('audit.control')}>
      <h2 className={classes.heading}>{say('audit.control')}</h2>
      <div className={classes.links}>
        <Button
          component={Link}
          to="/privacy"
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
        >
          {say('privacy.title')}
        </Button>
        <Button component={Link} to="/audit" variant="default" leftSection={<IconHistory size={16} aria-hidden />}>
          {say('audit.title')}
        </Button>
        <Button
          component={Link}
          to="/settings/api"
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
        >
          {say('api.title')}
        </Button>
      </div>
    </Card>
  )
}
