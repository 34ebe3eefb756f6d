import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type NewOwner, register, sessionQuery } from '../../api/session.ts'
import { useText } from '../../i18n/index.ts'
import { Entrance } from './entrance.tsx'
import { NewPersonForm } from './new-person.tsx'
import { useEntering } from './use-entering.ts'

/** The first owner's account, and on a host everybody's. */
export function RegisterPage() {
  const { say } = useText()
  const session = useQuery(sessionQuery)
  const enter = useEntering((person: NewOwner) => register(person), '/import')
  const closed = session.data?.registration === 'invited'
  return (
    <Entrance
      title={say('account.register')}
      lead={say(closed ? 'account.registerClosed' : 'account.registerLead')}
      foot={
        <>
          <Link to="/sign-in">{say('account.haveAccount')}</Link>
          {session.data?.demoWorkspaceId && <Link to="/retention">{say('account.seeDemo')}</Link>}
        </>
      }
    >
      {!closed && (
        <NewPersonForm
          withSalon
          asksSetupCode={session.data?.asksSetupCode ?? false}
          submitText={say('account.registerNow')}
          pending={enter.isPending}
          error={enter.error}
          onSubmit={enter.mutate}
        />
      )}
    </Entrance>
  )
}
