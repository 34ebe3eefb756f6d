import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { finishAccount, type NewOwner, registrantQuery } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { Entrance } from './entrance.tsx'
import { NewPersonForm } from './new-person.tsx'
import { useEntering } from './use-entering.ts'

/** Where the link of the mail leads: the rest of what an account needs. */
export function FinishPage({ token }: { token: string }) {
  const { say } = useText()
  const registrant = useQuery(registrantQuery(token))
  const salon = registrant.data?.workspaceName ?? null
  const enter = useEntering((person: NewOwner) => finishAccount(token, person), salon === null ? '/import' : '/')
  return (
    <Entrance
      title={salon === null ? say('account.register') : say('account.invitationTo', { salon })}
      {...(salon === null ? { lead: say('account.registerLead') } : {})}
      foot={<Link to="/sign-in">{say('account.haveAccount')}</Link>}
    >
      {registrant.error && (
        <>
          <Failure error={registrant.error} />
          <Link to="/register" search={{}}>
            {say('account.register')}
          </Link>
        </>
      )}
      {registrant.isPending && <Loader aria-label={say('common.loading')} />}
      {registrant.data && (
        <NewPersonForm
          withSalon={salon === null}
          email={registrant.data.email}
          emailIsKnown
          submitText={say(salon === null ? 'account.registerNow' : 'account.join')}
          pending={enter.isPending}
          error={enter.error}
          onSubmit={enter.mutate}
        />
      )}
    </Entrance>
  )
}
