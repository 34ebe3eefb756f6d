import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { callCountQuery } from '../api/calls.ts'
import { replyCountQuery } from '../api/replies.ts'
import { useText } from '../i18n/index.ts'
import type { MenuItem } from './navigation.ts'
import { useSession } from './session-context.tsx'
import { usePlan } from './use-plan.ts'

/** How much waits on a page, beside its name: calls for today, replies nobody has read. */
export function MenuCount({ of }: { of: NonNullable<MenuItem['badge']> }) {
  return of === 'calls' ? <Calls /> : <Replies />
}

function Calls() {
  const { data } = useQuery({ ...callCountQuery, enabled: useMayAsk() })
  return <Count count={data?.due ?? 0} label="calls.waiting" />
}

function Replies() {
  const { data } = useQuery({ ...replyCountQuery, enabled: useMayAsk() })
  return <Count count={data?.unread ?? 0} label="replies.waiting" />
}

function useMayAsk(): boolean {
  const { has } = usePlan()
  const { suspended } = useSession()
  return has('winback') && !suspended
}

function Count({ count, label }: { count: number; label: 'calls.waiting' | 'replies.waiting' }) {
  const { say } = useText()
  if (count === 0) return null
  return (
    <Badge size="sm" variant="filled" ml="auto" flex="none" aria-label={say(label, { count })}>
      {count > 99 ? '99+' : count}
    </Badge>
  )
}
