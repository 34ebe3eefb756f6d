import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { makeWebhook, webhooksQuery } from '../../api/programs.ts'
import type { WebhookEvent } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './api.module.css'
import { ShownOnce } from './shown-once.tsx'

/** Adds an address and shows the secret of its signatures once. */
export function WebhookForm() {
  const { say, words } = useText()
  const queries = useQueryClient()
  const names: Record<WebhookEvent, string> = words.api.events
  const all = Object.keys(names) as WebhookEvent[]
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<WebhookEvent[]>(all)
  const make = useMutation({
    mutationFn: () => makeWebhook({ url, events }),
    onSuccess: () => {
      setUrl('')
      return queries.invalidateQueries({ queryKey: webhooksQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-label={say('api.makeWebhook')}>
      <TextInput
        className={classes.wide!}
        type="url"
        label={say('api.url')}
        placeholder="https://…"
        required
        withAsterisk={false}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={say('api.tellOf')}
        value={events}
        onChange={(values) => setEvents(all.filter((event) => values.includes(event)))}
      >
        <div className={classes.choices}>
          {all.map((event) => (
            <Checkbox key={event} value={event} label={names[event]} />
          ))}
        </div>
      </Checkbox.Group>
      {make.error && <Failure error={make.error} />}
      <Button type="submit" loading={make.isPending} disabled={url === '' || events.length === 0}>
        {say('api.makeWebhook')}
      </Button>
      {make.data && <ShownOnce key={make.data.id} says={say('api.webhookMade')} secret={make.data.secret} />}
    </form>
  )
}
