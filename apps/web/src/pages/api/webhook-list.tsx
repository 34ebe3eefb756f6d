import { Alert, Button, Skeleton, Switch } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { removeWebhook, rotateSecret, switchWebhook, testWebhook, webhooksQuery } from '../../api/programs.ts'
import type { Webhook } from '../../api/types.ts'
import { usePlan } from '../../app/use-plan.ts'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './api.module.css'
import { DeliveryList } from './delivery-list.tsx'
import { MoreButton } from './more-button.tsx'
import { ShownOnce } from './shown-once.tsx'

/** Addresses that are told of events. */
export function WebhookList() {
  const { say } = useWords()
  const webhooks = useInfiniteQuery(webhooksQuery)
  if (webhooks.isError) return <LoadFailed error={webhooks.error} retry={webhooks.refetch} />
  if (!webhooks.data) return <Skeleton height={80} radius="md" aria-label={say('common.loading')} />
  const all = webhooks.data.pages.flatMap((page) => page.webhooks)
  if (all.length === 0) return <p className={classes.nothing}>{say('api.noWebhooks')}</p>
  return (
    <>
      <ul className={classes.list}>
        {all.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      <MoreButton query={webhooks} />
    </>
  )
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { say, words } = useWords()
  const sure = useSure()
  const { id, url, events, isOn } = webhook
  const { has } = usePlan()
  const [isOpen, setOpen] = useState(false)
  const log = useId()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey })
  const turn = useMutation({ mutationFn: (next: boolean) => switchWebhook(id, next), onSuccess })
  const remove = useMutation({ mutationFn: () => removeWebhook(id), onSuccess })
  const test = useMutation({
    mutationFn: () => testWebhook(id),
    onSuccess: () => {
      setOpen(true)
      return onSuccess()
    },
  })
  const rotate = useMutation({ mutationFn: () => rotateSecret(id), onSuccess })
  const error = turn.error ?? remove.error ?? test.error ?? rotate.error
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <b className={classes.url}>{url}</b>
        <small>{events.map((event) => words.api.events[event]).join(' · ')}</small>
      </div>
      <Switch
        label={say('api.isOn')}
        checked={isOn}
        disabled={turn.isPending}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          loading={test.isPending}
          disabled={!has('api')}
          onClick={() => test.mutate()}
        >
          {say('api.test')}
        </Button>
        <Button size="xs" variant="default" aria-expanded={isOpen} aria-controls={log} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'api.hideLog' : 'api.log')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={rotate.isPending}
          onClick={() =>
            sure({
              question: say('api.newSecretSure', { url }),
              yes: say('api.newSecret'),
              isDanger: false,
              onYes: () => rotate.mutate(),
            })
          }
        >
          {say('api.newSecret')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() =>
            sure({ question: say('api.removeSure', { url }), yes: say('api.remove'), onYes: () => remove.mutate() })
          }
        >
          {say('api.remove')}
        </Button>
      </div>
      <Health webhook={webhook} isHeld={!has('api')} />
      {rotate.data && <ShownOnce key={rotate.data.secret} says={say('api.webhookMade')} secret={rotate.data.secret} />}
      {error && <Failure error={error} />}
      <div id={log} className={classes.log}>
        {isOpen && <DeliveryList webhookId={id} />}
      </div>
    </li>
  )
}

/** What is wrong with the address, or in between, as long as it is. */
function Health({ webhook, isHeld }: { webhook: Webhook; isHeld: boolean }) {
  const { say, formats } = useWords()
  const { previousSecretUntil } = webhook
  return (
    <>
      {isHeld && (
        <Alert className={classes.note!} color="yellow" variant="light" radius="md">
          {say('api.held')}
        </Alert>
      )}
      <Trouble webhook={webhook} />
      {previousSecretUntil !== null && (
        <Alert className={classes.note!} color="blue" variant="light" radius="md">
          {say('api.bothSecrets', { date: formats.moment(previousSecretUntil) })}
        </Alert>
      )}
    </>
  )
}

function Trouble({ webhook: { isOn, offReason, offAt, failingSince } }: { webhook: Webhook }) {
  const { say, formats } = useWords()
  if (!isOn && offReason !== null && offAt !== null) {
    const date = formats.moment(offAt)
    return (
      <Alert className={classes.note!} color="red" variant="light" radius="md">
        {say(offReason === 'gone' ? 'api.offGone' : 'api.offFailing', { date })}
      </Alert>
    )
  }
  if (!isOn || failingSince === null) return null
  return (
    <Alert className={classes.note!} color="yellow" variant="light" radius="md">
      {say('api.failing', { date: formats.moment(failingSince) })}
    </Alert>
  )
}
