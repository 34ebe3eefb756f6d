import { Alert, Button, Switch } from '@mantine/core'
import {
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconMail,
  IconMessage,
  IconPhone,
  type TablerIcon,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { channelsQuery, removeChannel, setUpChannel } from '../../api/channels.ts'
import type { Channel, ChannelName } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { ChannelForm } from './channel-form.tsx'
import { ChannelTest } from './channel-test.tsx'
import classes from './channels.module.css'
import { HookAddress } from './hook-address.tsx'

const ICONS: Record<ChannelName, TablerIcon> = {
  email: IconMail,
  sms: IconMessage,
  telegram: IconBrandTelegram,
  whatsapp: IconBrandWhatsapp,
  viber: IconPhone,
}

interface Props {
  channel: ChannelName
  /** `null` when it is not set up */
  account: Channel | null
  hasServerMail: boolean
}

/** One channel: what it is, through whom it goes, whether it works. */
export function ChannelCard({ channel, account, hasServerMail }: Props) {
  const { say } = useWords()
  const name = say(`privacy.channels.${channel}`)
  const Icon = ICONS[channel]
  const [isOpen, setOpen] = useState(false)
  return (
    <Card label={name}>
      <div className={classes.head}>
        <Icon size={26} stroke={1.6} className={classes.icon!} aria-hidden />
        <div className={classes.what}>
          <h2>{name}</h2>
          <small>{account ? <Carried account={account} /> : say(`channels.about.${channel}`)}</small>
        </div>
        {account ? (
          <Turn account={account} />
        ) : (
          !isOpen && (
            <Button variant="default" onClick={() => setOpen(true)} aria-label={`${say('channels.setUp')}: ${name}`}>
              {say('channels.setUp')}
            </Button>
          )
        )}
      </div>
      {account && !isOpen && <Working account={account} change={() => setOpen(true)} />}
      {isOpen && (
        <ChannelForm channel={channel} account={account} hasServerMail={hasServerMail} close={() => setOpen(false)} />
      )}
    </Card>
  )
}

/** Through whom, and as whom. */
function Carried({ account: { provider, values } }: { account: Channel }) {
  const { say } = useWords()
  const as = values.botName ?? values.sender ?? values.from ?? values.senderName
  return <>{[say(`channels.provider.${provider}`), as].filter(Boolean).join(' · ')}</>
}

function Turn({ account: { channel, isOn } }: { account: Channel }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const turn = useMutation({
    mutationFn: (next: boolean) => setUpChannel(channel, { isOn: next }),
    onSuccess: () => queries.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  })
  return (
    <>
      <Switch
        label={say('channels.isOn')}
        checked={isOn}
        disabled={turn.isPending}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
      {turn.error && <Failure error={turn.error} />}
    </>
  )
}

function Working({ account, change }: { account: Channel; change: () => void }) {
  const { say, formats } = useWords()
  const sure = useSure()
  const { channel, lastError, lastErrorAt } = account
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => removeChannel(channel),
    onSuccess: () => queries.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  })
  const name = say(`privacy.channels.${channel}`)
  return (
    <div className={classes.body}>
      {lastError !== null && (
        <Alert color="red" variant="light" radius="md">
          {say('channels.lastError', { date: lastErrorAt ? formats.moment(lastErrorAt) : '', detail: lastError })}
        </Alert>
      )}
      <HookAddress account={account} />
      <ChannelTest channel={channel} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={change} aria-label={`${say('channels.change')}: ${name}`}>
          {say('channels.change')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          loading={remove.isPending}
          aria-label={`${say('channels.remove')}: ${name}`}
          onClick={() =>
            sure({
              question: say('channels.removeSure', { name }),
              yes: say('channels.remove'),
              onYes: () => remove.mutate(),
            })
          }
        >
          {say('channels.remove')}
        </Button>
      </div>
      {remove.error && <Failure error={remove.error} />}
    </div>
  )
}
