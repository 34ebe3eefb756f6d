import { factsOf, type Provider, providersOf } from '@comeback/server/channels/providers'
import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { channelsQuery, setUpChannel } from '../../api/channels.ts'
import type { Channel, ChannelName } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { ChannelField } from './channel-field.tsx'
import classes from './channels.module.css'

interface Props {
  channel: ChannelName
  account: Channel | null
  hasServerMail: boolean
  close: () => void
}

const HUNDRED = 100

/** Who carries the messages, what they want to know, how fast and for how much. */
export function ChannelForm({ channel, account, hasServerMail, close }: Props) {
  const { say } = useText()
  const { currency } = useWorkspace()
  const queries = useQueryClient()
  const offered = providersOf(channel).filter((each) => each !== 'serverMail' || hasServerMail)
  const [provider, setProvider] = useState<Provider>(account?.provider ?? offered[0]!)
  const isSame = account?.provider === provider
  const [values, setValues] = useState<Record<string, string>>({})
  const [perSecond, setPerSecond] = useState<number | null>(null)
  const [price, setPrice] = useState((account?.partPrice ?? 0) / HUNDRED)
  const save = useMutation({
    mutationFn: () => {
      const rate = perSecond === null ? {} : { perSecond }
      return setUpChannel(channel, { provider, values, partPrice: Math.round(price * 10_000) / HUNDRED, ...rate })
    },
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: channelsQuery.queryKey })
      close()
    },
  })
  const choose = (next: Provider) => {
    setProvider(next)
    setValues({})
    setPerSecond(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const facts = factsOf(provider)
  return (
    <form className={classes.form} onSubmit={submit}>
      {offered.length > 1 && (
        <Select
          className={classes.field!}
          label={say('channels.by')}
          allowDeselect={false}
          value={provider}
          onChange={(value) => choose(offered.find((each) => each === value) ?? provider)}
          data={offered.map((value) => ({ value, label: say(`channels.provider.${value}`) }))}
        />
      )}
      <p className={classes.help}>{say(`channels.help.${provider}`)}</p>
      <div className={classes.fields}>
        {Object.entries(facts.fields).map(([name, field]) => (
          <ChannelField
            key={`${provider} ${name}`}
            name={name}
            field={field}
            value={values[name] ?? (isSame ? account.values[name] : undefined) ?? field.otherwise ?? ''}
            isSet={isSame && account.secretsSet.includes(name)}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
        <NumberInput
          className={classes.field!}
          label={say('channels.perSecond')}
          min={1}
          max={1000}
          allowDecimal={false}
          clampBehavior="strict"
          value={perSecond ?? (isSame ? account.perSecond : facts.perSecond)}
          onChange={(value) => setPerSecond(Number(value) || 1)}
        />
        {channel !== 'email' && channel !== 'telegram' && (
          <NumberInput
            className={classes.field!}
            label={say('channels.price', { currency })}
            min={0}
            max={10_000}
            decimalScale={4}
            value={price}
            onChange={(value) => setPrice(Number(value) || 0)}
          />
        )}
      </div>
      {save.error && <Failure error={save.error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {say('channels.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {say('channels.cancel')}
        </Button>
      </div>
    </form>
  )
}
