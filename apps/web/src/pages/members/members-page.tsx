import { canManage, canManageKeys, canSeeMembers } from '@comeback/server/permissions'
import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeMember, membersQuery, removeMember, withdrawInvitation } from '../../api/session.ts'
import type { Member } from '../../api/types.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay, useSession } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useText } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'
import { InviteForm } from './invite-form.tsx'
import classes from './members.module.css'
import { RightsFields } from './rights-fields.tsx'
import { useRightsText } from './rights-text.ts'

/** Who sees this salon's numbers, and as what. */
export function MembersPage() {
  const { say } = useText()
  const may = useMay()
  return may(canSeeMembers) ? <Members /> : <NotForYou title={say('account.members')} />
}

function Members() {
  const { say, formats } = useWords()
  const queries = useQueryClient()
  const members = useQuery(membersQuery)
  const rightsText = useRightsText()
  const owners = members.data?.members.filter(({ role }) => role === 'owner').length
  const withdraw = useMutation({
    mutationFn: withdrawInvitation,
    onSuccess: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  })
  return (
    <>
      <PageHeader title={say('account.members')}>{say('account.membersLead')}</PageHeader>
      {members.isError ? (
        <LoadFailed error={members.error} retry={members.refetch} />
      ) : !members.data ? (
        <Skeleton height={200} radius="lg" />
      ) : (
        <>
          <Card label={say('account.members')}>
            <ul className={classes.people}>
              {members.data.members.map((member) => (
                <MemberRow key={member.id} member={member} isLastOwner={member.role === 'owner' && owners === 1} />
              ))}
            </ul>
          </Card>
          <Card label={say('account.invite')}>
            <h2 className={classes.heading}>{say('account.invite')}</h2>
            <InviteForm />
          </Card>
          {members.data.invitations.length > 0 && (
            <Card label={say('account.openInvitations')}>
              <h2 className={classes.heading}>{say('account.openInvitations')}</h2>
              <ul className={classes.people}>
                {members.data.invitations.map(({ id, email, expiresAt, ...rights }) => (
                  <li key={id}>
                    <div className={classes.who}>
                      <b>{email || say('account.byLink')}</b>
                      <small>
                        {rightsText(rights)} · {say('account.validUntil', { date: formats.moment(expiresAt) })}
                      </small>
                    </div>
                    <Button size="xs" variant="default" onClick={() => withdraw.mutate(id)}>
                      {say('account.withdraw')}
                    </Button>
                  </li>
                ))}
              </ul>
              {withdraw.error && <Failure error={withdraw.error} />}
            </Card>
          )}
        </>
      )}
    </>
  )
}

/** The last owner stays as they are: nobody would be left to decide. */
function MemberRow({ member, isLastOwner }: { member: Member; isLastOwner: boolean }) {
  const { say } = useWords()
  const sure = useSure()
  const { user } = useSession()
  const may = useMay()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries()
  const change = useMutation({
    mutationFn: (rights: Parameters<typeof changeMember>[1]) => changeMember(member.id, rights),
    onSuccess,
  })
  const remove = useMutation({ mutationFn: () => removeMember(member.id), onSuccess })
  const mayManage = !isLastOwner && may((actor) => canManage(actor, member.role))
  const error = change.error ?? remove.error
  const keysStop = say('account.keysStop', { name: member.name, keys: member.keys.join(', ') })
  return (
    <li>
      <div className={classes.who}>
        <b>
          {member.name}
          {member.id === user?.id && <span> {say('account.you')}</span>}
        </b>
        <small>
          {member.email}
          {member.twoFactor && ` · ${say('account.hasSecondFactor')}`}
        </small>
      </div>
      <RightsFields
        value={member}
        disabled={!mayManage || change.isPending}
        onChange={(rights) => {
          const endsKeys = member.keys.length > 0 && !canManageKeys({ ...member, ...rights })
          if (!endsKeys) return change.mutate(rights)
          sure({ question: keysStop, yes: say('account.changeRights'), onYes: () => change.mutate(rights) })
        }}
      />
      {mayManage && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() =>
            sure({
              question: [
                say('account.removeSure', { name: member.name }),
                ...(member.keys.length > 0 ? [keysStop] : []),
              ].join(' '),
              yes: say('account.remove'),
              onYes: () => remove.mutate(),
            })
          }
        >
          {say('account.remove')}
        </Button>
      )}
      {error && <Failure error={error} />}
    </li>
  )
}
