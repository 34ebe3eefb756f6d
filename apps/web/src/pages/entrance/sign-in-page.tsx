import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { sessionQuery, signIn } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './entrance.module.css'
import { Entrance } from './entrance.tsx'
import { SecondFactor } from './second-factor.tsx'
import { useEntering } from './use-entering.ts'

/** E-mail and password, then the second factor where there is one. */
export function SignInPage() {
  const { say } = useText()
  const session = useQuery(sessionQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const enter = useEntering(async () => {
    const { twoFactorRedirect } = await signIn(email, password)
    if (twoFactorRedirect) setAsksCode(true)
    return !twoFactorRedirect
  })
  if (asksCode) return <SecondFactor />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(undefined)
  }
  return (
    <Entrance
      title={say('account.signIn')}
      foot={
        <>
          <Link to="/forgot-password">{say('account.forgot')}</Link>
          {session.data?.registration !== 'invited' && <Link to="/register">{say('account.register')}</Link>}
          {session.data?.demoWorkspaceId && <Link to="/">{say('account.seeDemo')}</Link>}
        </>
      }
    >
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          type="email"
          label={say('account.email')}
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('account.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {enter.error && <Failure error={enter.error} />}
        <Button type="submit" loading={enter.isPending}>
          {say('account.signInNow')}
        </Button>
      </form>
    </Entrance>
  )
}
