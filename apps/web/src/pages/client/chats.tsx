import { canKeepConsents } from '@comeback/server/permissions'
import { Button, Group } from '@mantine/core'
import { IconBrandTelegram, IconPhone } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { chatsQuery, inviteToChat, unlinkChat } from '../../api/channels.ts'
import type { ClientChats } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { CopyLine } from '../../components/copy-line.tsx'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './client.module.css'

type Chat = ClientChats['chats'][number]

/** Links by which the client opens a chat with the salon's bots; nothing where the salon has none. */
export function Chats({ id }: { id: string }) {
  const { say } = useWords()
  const may = useMay()
  const { has } = usePlan()
  const chats = useQuery({ ...chatsQuery(id), enabled: may(canKeepConsents) && has('winback') })
  if (!chats.data || chats.data.chats.length === 0) return null
  return (
    <Card label={say('channels.chats.title')}>
      <h2 className={classes.heading}>{say('channels.chats.title')}</h2>
      <p className={classes.note}>{say('channels.chats.text')}</p>
      {chats.data.chats.map((chat) => (
        <ChatRow key={chat.channel} id={id} chat={chat} />
      ))}
    </Card>
  )
}

function ChatRow({ id, chat: { channel, linkedAt } }: { id: string; chat: Chat }) {
  const { say, formats } = useWords()
  const queries = useQueryClient()
  const invite = useMutation({ mutationFn: () => inviteToChat(id, channel) })
  const unlink = useMutation({
    mutationFn: () => unlinkChat(id, channel),
    onSuccess: (now) => queries.setQueryData(chatsQuery(id).queryKey, now),
  })
  const Icon = channel === 'telegram' ? IconBrandTelegram : IconPhone
  const error = invite.error ?? unlink.error
  return (
    <>
      <Group gap="sm" mt="sm">
        {linkedAt === null ? (
          <Button
            variant="default"
            leftSection={<Icon size={16} aria-hidden />}
            loading={invite.isPending}
            onClick={() => invite.mutate()}
          >
            {say(`channels.chats.connect.${channel}`)}
          </Button>
        ) : (
          <>
            <span>{say(`channels.chats.linked.${channel}`, { date: formats.moment(linkedAt) })}</span>
            <Button size="xs" variant="subtle" color="red" loading={unlink.isPending} onClick={() => unlink.mutate()}>
              {say('channels.chats.unlink')}
            </Button>
          </>
        )}
      </Group>
      {invite.data && linkedAt === null && (
        <div className={classes.invitation}>
          <CopyLine label={say('channels.chats.link')} text={invite.data.url} />
        </div>
      )}
      {error && <Failure error={error} />}
    </>
  )
}
