import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { markReplies } from '../../api/replies.ts'
import type { Reply } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { PhoneLink } from '../people/phone-link.tsx'
import classes from './replies.module.css'

interface Props {
  reply: Reply
  /** who wrote; not said where everything is of one client */
  withName: boolean
  mayMark: boolean
}

/** What a client wrote back, when and by what; and what STOP did. */
export function ReplyRow({ reply, withName, mayMark }: Props) {
  const { say, formats } = useWords()
  const queries = useQueryClient()
  const { id, channel, clientId, name, from, text, isStop, at, isRead } = reply
  const mark = useMutation({
    mutationFn: () => markReplies([id], true),
    onSettled: () => queries.invalidateQueries({ queryKey: ['replies'] }),
  })
  const by = say(`campaigns.channel.${channel}`)
  const isPhone = from.startsWith('+')
  return (
    <li className={classes.reply} data-unread={!isRead || undefined}>
      <div className={classes.head}>
        {withName && (
          <b>
            {clientId === null ? (
              say('replies.nobody')
            ) : (
              <Link to="/clients/$id" params={{ id: String(clientId) }}>
                {name || `№ ${clientId}`}
              </Link>
            )}
          </b>
        )}
        {withName && isPhone && <PhoneLink phone={from} />}
        <small>
          {by} · <time dateTime={at}>{formats.moment(at)}</time>
        </small>
      </div>
      <p className={classes.text}>{text}</p>
      {isStop && (
        <p className={classes.stop}>
          {clientId === null ? say('replies.stopUnknown') : say('replies.stop', { channel: by })}
        </p>
      )}
      {!isRead && mayMark && (
        <Button
          className={classes.mark!}
          size="compact-sm"
          variant="subtle"
          loading={mark.isPending}
          onClick={() => mark.mutate()}
        >
          {say('replies.read')}
        </Button>
      )}
    </li>
  )
}
