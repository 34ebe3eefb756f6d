import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { resetPassword } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './entrance.module.css'
import { Entrance } from './entrance.tsx'

const route = getRouteApi('/reset-password')

/** Where the link of the mail leads. */
export function ResetPage() {
  const { say } = useText()
  const { token = '' } = route.useSearch()
  const [password, setPassword] = useState('')
  const reset = useMutation({ mutationFn: () => resetPassword(token, password) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reset.mutate()
  }
  return (
    <Entrance
      title={say('account.newPassword')}
      {...(reset.isSuccess ? { lead: say('account.passwordChanged') } : {})}
      foot={<Link to="/sign-in">{say('account.signIn')}</Link>}
    >
      {!reset.isSuccess && (
        <form className={classes.form} onSubmit={submit}>
          <PasswordInput
            label={say('account.newPassword')}
            description={say('account.passwordHint')}
            autoComplete="new-password"
            required
            minLength={10}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {reset.error && <Failure error={reset.error} />}
          <Button type="submit" loading={reset.isPending}>
            {say('settings.save')}
          </Button>
        </form>
      )}
    </Entrance>
  )
}
