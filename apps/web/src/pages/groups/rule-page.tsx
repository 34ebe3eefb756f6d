import { canChangeGroups, canSeeGroups } from '@comeback/server/permissions'
import { Button, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { changeGroup, GROUPS, type Group, groupQuery, makeGroup } from '../../api/groups.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './builder.module.css'
import { ConditionList } from './condition-list.tsx'
import { newCondition, problemOf, type Together, toDraft } from './draft.ts'
import { Preview } from './preview.tsx'

/** Typing and choosing pause this long before the preview is asked. */
const PAUSE_MS = 400

export function NewGroupPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  // a stranger in the demo may try it out; only keeping it takes an account
  if (!may(canSeeGroups)) return <NotForYou title={say('groups.newTitle')} />
  if (!has('winback')) return <Locked feature="winback" />
  return <Builder group={null} />
}

/** The rule of a live group that is there already. */
export function GroupRulePage() {
  const { say } = useText()
  const may = useMay()
  const { id = '' } = useParams({ strict: false })
  const group = useQuery({ ...groupQuery(id), enabled: may(canChangeGroups) })
  if (!may(canChangeGroups)) return <NotForYou title={say('groups.editRule')} />
  if (group.isError) return <LoadFailed error={group.error} retry={group.refetch} />
  if (!group.data) return <Skeleton height={160} radius="lg" aria-label={say('common.loading')} />
  return <Builder key={id} group={group.data} />
}

function Builder({ group }: { group: Group | null }) {
  const { say } = useText()
  const may = useMay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState(group?.name ?? '')
  const [rule, setRule] = useState<Together>(() =>
    group?.rule ? toDraft(group.rule) : { kind: 'and', rules: [newCondition('outcome')] },
  )
  const problem = problemOf(rule)
  const [settled] = useDebouncedValue(rule, PAUSE_MS)
  const save = useMutation({
    mutationFn: () =>
      group ? changeGroup(group.id, { name: name.trim(), rule }) : makeGroup(name.trim(), { kind: 'rule', rule }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: GROUPS })
      void navigate({ to: '/groups/$id', params: { id } })
    },
  })
  return (
    <>
      <PageHeader title={group ? say('groups.editTitle', { name: group.name }) : say('groups.newTitle')}>
        {say('groups.newLead')}
      </PageHeader>
      <div className={classes.sides}>
        <div className={classes.rule}>
          <Card label={say('groups.conditions')}>
            <ConditionList rule={rule} onChange={setRule} depth={0} />
          </Card>
        </div>
        <div className={classes.preview}>
          <Card label={say('groups.preview')}>
            <Preview rule={problemOf(settled) === null ? settled : null} waits={problem !== null} />
            {may(canChangeGroups) ? (
              <>
                <TextInput
                  mt="md"
                  label={say('groups.nameLabel')}
                  placeholder={say('groups.namePlaceholder')}
                  maxLength={120}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                {save.error && <Failure error={save.error} />}
                <Button
                  mt="md"
                  fullWidth
                  disabled={problem !== null || name.trim() === ''}
                  loading={save.isPending}
                  onClick={() => save.mutate()}
                >
                  {say(group ? 'groups.save' : 'groups.make')}
                </Button>
              </>
            ) : (
              <p className={classes.hint}>{say('groups.lookOnly')}</p>
            )}
          </Card>
        </div>
      </div>
    </>
  )
}
