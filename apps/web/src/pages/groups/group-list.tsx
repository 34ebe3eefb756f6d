import { Skeleton, Stack } from '@mantine/core'
import { IconArchive, IconUsersGroup } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ListedGroup } from '../../api/groups.ts'
import { dayIn } from '../../app/salon-today.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './groups.module.css'
import { KindBadge } from './kind-badge.tsx'
import { useRuleText } from './rule-text.ts'

interface Props {
  groups: UseQueryResult<{ groups: ListedGroup[] }>
  archived: boolean
}

export function GroupList({ groups, archived }: Props) {
  const { say } = useWords()
  if (groups.isError) return <LoadFailed error={groups.error} retry={groups.refetch} />
  if (!groups.data) {
    return (
      <Stack gap="sm" p="lg" aria-label={say('common.loading')}>
        {[1, 2, 3].map((line) => (
          <Skeleton key={line} height={44} />
        ))}
      </Stack>
    )
  }
  if (groups.data.groups.length === 0) {
    return archived ? (
      <Empty icon={IconArchive} title={say('groups.archiveEmptyTitle')} text={say('groups.archiveEmptyText')} />
    ) : (
      <Empty icon={IconUsersGroup} title={say('groups.emptyTitle')} text={say('groups.emptyText')} />
    )
  }
  return (
    <ul className={classes.list}>
      {groups.data.groups.map((group) => (
        <GroupRow key={group.id} group={group} />
      ))}
    </ul>
  )
}

function GroupRow({ group: { id, name, kind, rule, count, createdAt, madeBy } }: { group: ListedGroup }) {
  const { say, formats } = useWords()
  const ruleText = useRuleText()
  const { timeZone } = useWorkspace()
  const made = say(madeBy ? 'groups.madeBy' : 'groups.madeOn', {
    date: formats.shortDate(dayIn(createdAt, timeZone)),
    who: madeBy,
  })
  return (
    <li>
      <Link to="/groups/$id" params={{ id }} className={classes.row!}>
        <span className={classes.what}>
          <b>{name}</b> <KindBadge kind={kind} />
          {rule && <small>{ruleText(rule)}</small>}
          <small>{made}</small>
        </span>
        {count !== null && <span className={classes.count}>{say('common.clients', { count })}</span>}
      </Link>
    </li>
  )
}
