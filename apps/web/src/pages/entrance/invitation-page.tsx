import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import {
  invitationQuery,
  joinByInvitation,
  type NewPerson,
  registerByInvitation,
  sessionQuery,
} from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { AskByMail } from './ask-by-mail.tsx'
import { Entrance } from './entrance.tsx'
import { NewPersonForm } from './new-person.tsx'
import { useEntering } from './use-entering.ts'

const route = getRouteApi('/invitation/$token')

/** What an invitation opens: join with the account one has, or make one. */
export function InvitationPage() {
  const { say } = useText()
  const { token } = route.useParams()
  const session = useQuery(sessionQuery)
  const invitation = useQuery(invitationQuery(token))
  const join = useEntering(() => joinByInvitation(token))
  const enter = useEntering((person: NewPerson) => registerByInvitation(token, person))
  if (invitation.isError) {
    return (
      <Entrance title={say('account.invitation')} foot={<Link to="/sign-in">{say('account.signIn')}</Link>}>
        <Failure error={invitation.error} />
      </Entrance>
    )
  }
  if (!invitation.data || !session.data) {
    return (
      <Entrance title={say('account.invitation')}>
        <Loader aria-label={say('common.loading')} />
      </Entrance>
    )
  }
  const { workspaceName, role, email } = invitation.data
  const { user, registration } = session.data
  return (
    <Entrance
      title={say('account.invitationTo', { salon: workspaceName })}
      lead={say('account.invitationAs', { role: say(`account.role.${role}`) })}
      foot={!user && <Link to="/sign-in">{say('account.haveAccount')}</Link>}
    >
      {user ? (
        <>
          {join.error && <Failure error={join.error} />}
          <Button fullWidth loading={join.isPending} onClick={() => join.mutate(undefined)}>
            {say('account.joinAs', { name: user.name })}
          </Button>
        </>
      ) : registration === 'open' ? (
        <AskByMail email={email} invitation={token} />
      ) : (
        <NewPersonForm
          email={email}
          submitText={say('account.join')}
          pending={enter.isPending}
          error={enter.error}
          onSubmit={({ salon: _, ...person }) => enter.mutate(person)}
        />
      )}
    </Entrance>
  )
}
