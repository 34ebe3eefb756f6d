import { canSeeGroups } from '@comeback/server/permissions'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type Group, groupQuery } from '../../api/groups.ts'
import { isNotThere } from '../../api/request.ts'
import { GoneFromList } from '../../app/error-pages.tsx'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { dayIn } from '../../app/salon-today.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { GroupActions } from './group-actions.tsx'
import { GroupPeople } from './group-people.tsx'
import classes from './groups.module.css'
import { KindBadge } from './kind-badge.tsx'
import { LeaveOutSwitch } from './leave-out-switch.tsx'
import { useRuleText } from './rule-text.ts'

const route = getRouteApi('/groups/$id')

/** One group: who is in it, and what can be done with it. */
export function GroupPage() {
  const { say, words } = useWords()
  const may = useMay()
  const { has } = usePlan()
  const { id } = route.useParams()
  const isOpen = may(canSeeGroups) && has('winback')
  const group = useQuery({ ...groupQuery(id), enabled: isOpen })
  if (!may(canSeeGroups)) return <NotForYou title={say('nav.groups')} />
  if (!isOpen) return <Locked feature="winback" />
  if (isNotThere(group.error)) {
    return <GoneFromList text={words.errors.codes.groupNotFound} to="/groups" list={say('nav.groups')} />
  }
  if (group.isError) return <LoadFailed error={group.error} retry={group.refetch} />
  if (!group.data) return <Skeleton height={120} radius="lg" aria-label={say('common.loading')} />
  return <Known group={group.data} />
}

function Known({ group }: { group: Group }) {
  const { say, formats } = useWords()
  const ruleText = useRuleText()
  const { timeZone } = useWorkspace()
  const { name, kind, rule, count, madeBy, createdAt, archivedAt } = group
  const date = formats.shortDate(dayIn(createdAt, timeZone))
  const about = [
    say('common.clients', { count }),
    say(madeBy ? 'groups.madeBy' : 'groups.madeOn', { date, who: madeBy }),
    archivedAt && say('groups.isArchived'),
  ]
  return (
    <>
      <PageHeader title={name} actions={<GroupActions group={group} />}>
        <KindBadge kind={kind} /> {about.filter(Boolean).join(' · ')}
      </PageHeader>
      {rule && <p className={classes.rule}>{ruleText(rule)}</p>}
      {kind === 'frozen' && <LeaveOutSwitch group={group} />}
      {count === 0 ? (
        <Card>
          <p style={{ margin: 0 }}>{say(rule ? 'groups.nobodyLive' : 'groups.nobodyFrozen')}</p>
        </Card>
      ) : (
        <GroupPeople group={group} />
      )}
    </>
  )
}
