import { canChangeGroups } from '@comeback/server/permissions'
import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeGroup, GROUPS, type Group } from '../../api/groups.ts'
import { dayIn } from '../../app/salon-today.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'

/** Whether campaigns pass over those of a fixed list who have come since: right for the lost, wrong for regulars. */
export function LeaveOutSwitch({ group: { id, awayOn, createdAt } }: { group: Group }) {
  const { say, formats } = useWords()
  const may = useMay()
  const { timeZone } = useWorkspace()
  const queries = useQueryClient()
  const since = awayOn ?? dayIn(createdAt, timeZone)
  const change = useMutation({
    mutationFn: (leaveOut: boolean) => changeGroup(id, { awayOn: leaveOut ? since : null }),
    onSuccess: () => queries.invalidateQueries({ queryKey: GROUPS }),
  })
  return (
    <>
      <Switch
        my="sm"
        disabled={!may(canChangeGroups) || change.isPending}
        checked={change.isPending ? change.variables : awayOn !== null}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
        label={say('groups.leaveOut', { date: formats.shortDate(since) })}
        description={say('groups.leaveOutHint')}
      />
      {change.error && <Failure error={change.error} />}
    </>
  )
}
