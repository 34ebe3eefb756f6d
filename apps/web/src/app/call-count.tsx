import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { callCountQuery } from '../api/calls.ts'
import { useText } from '../i18n/index.ts'
import { useSession } from './session-context.tsx'
import { usePlan } from './use-plan.ts'

/** How many calls wait for today, beside the name of their page. */
export function CallCount() {
  const { say } = useText()
  const { has } = usePlan()
  const { suspended } = useSession()
  const { data } = useQuery({ ...callCountQuery, enabled: has('winback') && !suspended })
  if (!data || data.due === 0) return null
  return (
    <Badge size="sm" variant="filled" ml="auto" aria-label={say('calls.waiting', { count: data.due })}>
      {data.due > 99 ? '99+' : data.due}
    </Badge>
  )
}
