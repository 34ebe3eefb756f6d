import { ActionIcon, Anchor, Checkbox } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SendingChannel } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'

const ALL: readonly SendingChannel[] = ['telegram', 'viber', 'sms', 'whatsapp', 'email']

interface Props {
  chosen: readonly SendingChannel[]
  /** those that are set up */
  open: readonly SendingChannel[]
  onChange: (channels: SendingChannel[]) => void
}

/** Channels in the order they are tried: the chosen ones first. */
export function ChannelOrder({ chosen, open, onChange }: Props) {
  const { say } = useText()
  const rest = ALL.filter((channel) => !chosen.includes(channel))
  const raise = (place: number) => {
    const next = [...chosen]
    const [moved] = next.splice(place, 1)
    next.splice(place - 1, 0, moved!)
    onChange(next)
  }
  return (
    <fieldset className={classes.channels}>
      <legend>{say('campaigns.channels')}</legend>
      <p>{say('campaigns.channelsHint')}</p>
      {open.length === 0 && (
        <p className={classes.note}>
          {say('campaigns.noChannelsYet')}{' '}
          <Anchor component={Link} to="/settings/channels">
            {say('campaigns.toChannels')}
          </Anchor>
        </p>
      )}
      <ol>
        {[...chosen, ...rest].map((channel, place) => {
          const isChosen = place < chosen.length
          const isOpen = open.includes(channel)
          const name = say(`campaigns.channel.${channel}`)
          return (
            <li key={channel}>
              <Checkbox
                label={isOpen ? name : `${name} — ${say('campaigns.channelOff')}`}
                checked={isChosen}
                disabled={!isOpen && !isChosen}
                onChange={() => onChange(isChosen ? chosen.filter((each) => each !== channel) : [...chosen, channel])}
              />
              {isChosen && place > 0 && (
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={`${say('campaigns.earlier')}: ${name}`}
                  onClick={() => raise(place)}
                >
                  <IconArrowUp size={15} aria-hidden />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
