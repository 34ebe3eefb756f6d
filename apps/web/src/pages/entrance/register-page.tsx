import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type NewOwner, register, sessionQuery } from '../../api/session.ts'
import { useText } from '../../i18n/index.ts'
import { AskByMail } from './ask-by-mail.tsx'
import { Entrance } from './entrance.tsx'
import { FinishPage } from './finish-page.tsx'
import { NewPersonForm } from './new-person.tsx'
import { useEntering } from './use-entering.ts'

const route = getRouteApi('/register')

/** The first owner's account, and on a host everybody's, which a mail is asked for and finishes. */
export function RegisterPage() {
  const { token } = route.useSearch()
  return token === undefined ? <NewAccount /> : <FinishPage token={token} />
}

function NewAccount() {
  const { say } = useText()
  const session = useQuery(sessionQuery)
  const enter = useEntering((person: NewOwner) => register(person), '/import')
  const registration = session.data?.registration
  return (
    <Entrance
      title={say('account.register')}
      lead={say(registration === 'invited' ? 'account.registerClosed' : 'account.registerLead')}
      foot={
        <>
          <Link to="/sign-in">{say('account.haveAccount')}</Link>
          {session.data?.demoWorkspaceId && <Link to="/">{say('account.seeDemo')}</Link>}
        </>
      }
    >
      {registration === 'open' && <AskByMail invitation={null} />}
      {registration === 'first' && (
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
