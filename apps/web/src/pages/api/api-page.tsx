import { canManageKeys } from '@comeback/server/permissions'
import { Anchor } from '@mantine/core'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './api.module.css'
import { KeyForm } from './key-form.tsx'
import { KeyList } from './key-list.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { WebhookList } from './webhook-list.tsx'

/** What lets other programs in, and what tells them of events. */
export function ApiPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  if (!may(canManageKeys)) return <NotForYou title={say('api.title')} />
  return (
    <>
      <PageHeader
        title={say('api.title')}
        actions={
          <Anchor href="/api" target="_blank" rel="noreferrer">
            {say('api.docs')}
          </Anchor>
        }
      >
        {say('api.lead')}
      </PageHeader>
      {!has('api') && <Locked feature="api" />}
      <Card label={say('api.keys')}>
        <h2 className={classes.heading}>{say('api.keys')}</h2>
        <p className={classes.lead}>{say('api.keysLead')}</p>
        <KeyList />
        {has('api') && <KeyForm />}
      </Card>
      <Card label={say('api.webhooks')}>
        <h2 className={classes.heading}>{say('api.webhooks')}</h2>
        <p className={classes.lead}>{say('api.webhooksLead')}</p>
        <WebhookList />
        {has('api') && <WebhookForm />}
      </Card>
    </>
  )
}
