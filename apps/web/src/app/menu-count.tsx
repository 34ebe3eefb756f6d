import { Badge, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { callCountQuery } from '../api/calls.ts'
import { replyCountQuery } from '../api/replies.ts'
import { useText } from '../i18n/index.ts'
import type { MenuItem } from './navigation.ts'
import { useSession } from './session-context.tsx'
import { usePlan } from './use-plan.ts'

interface Placed {
  className?: string | undefined
}

/** How much waits on a page, beside its name: calls for today, replies nobody has read. */
export function MenuCount({ of, ...placed }: Placed & { of: NonNullable<MenuItem['badge']> }) {
  return of === 'calls' ? <Calls {...placed} /> : <Replies {...placed} />
}

function Calls(placed: Placed) {
  const { data } = useQuery({ ...callCountQuery, enabled: useMayAsk() })
  return <Count count={data?.due ?? 0} label="calls.waiting" {...placed} />
}

function Replies(placed: Placed) {
  const { data } = useQuery({ ...replyCountQuery, enabled: useMayAsk() })
  return <Count count={data?.unread ?? 0} label="replies.waiting" {...placed} />
}

function useMayAsk(): boolean {
  const { has } = usePlan()
  const { suspended } = useSession()
  return has('winback') && !suspended
}

interface Counted extends Placed {
  count: number
  label: 'calls.waiting' | 'replies.waiting'
}

function Count({ count, label, className }: Counted) {
  const { say } = useText()
  if (count === 0) return null
  return (
    <Badge size="sm" variant="filled" ml="auto" flex="none" className={className}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{say(label, { count })}</VisuallyHidden>
    </Badge>
  )
}
