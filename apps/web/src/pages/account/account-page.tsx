import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { changePassword, endOtherSessions, openSessionsQuery } from '../../api/session.ts'
import { useSession } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './account.module.css'
import { deviceOf } from './device-of.ts'
import { SecondFactorSettings } from './second-factor-settings.tsx'

/** One's own account: password, second factor, and where one is signed in. */
export function AccountPage() {
  const { say } = useWords()
  const { user } = useSession()
  if (!user) return null
  return (
    <>
      <PageHeader title={say('account.title')}>
        {user.name} · {user.email}
      </PageHeader>
      <Card label={say('account.password')}>
        <h2 className={classes.heading}>{say('account.password')}</h2>
        <ChangePassword />
      </Card>
      <Card label={say('account.secondFactor')}>
        <h2 className={classes.heading}>{say('account.secondFactor')}</h2>
        <SecondFactorSettings on={user.twoFactor} />
      </Card>
      <Card label={say('account.sessions')}>
        <h2 className={classes.heading}>{say('account.sessions')}</h2>
        <OpenSessions />
      </Card>
    </>
  )
}

function ChangePassword() {
  const { say } = useWords()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess() {
      setCurrent('')
      setNext('')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordInput
        label={say('account.currentPassword')}
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={say('account.newPassword')}
        description={say('account.passwordHint')}
        autoComplete="new-password"
        required
        minLength={10}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      {change.error && <Failure error={change.error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {say('settings.save')}
        </Button>
        <span role="status">{change.isSuccess ? say('account.passwordChanged') : ''}</span>
      </div>
    </form>
  )
}

function OpenSessions() {
  const { say, formats } = useWords()
  const queries = useQueryClient()
  const sessions = useQuery(openSessionsQuery)
  const end = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => queries.invalidateQueries({ queryKey: openSessionsQuery.queryKey }),
  })
  const open = sessions.data ?? []
  return (
    <>
      <ul className={classes.sessions}>
        {open.map((each) => (
          <li key={each.id}>
            {formats.moment(each.createdAt)} <small>{deviceOf(each.userAgent)}</small>
          </li>
        ))}
      </ul>
      {end.error && <Failure error={end.error} />}
      {open.length > 1 && (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {say('account.endOthers')}
        </Button>
      )}
    </>
  )
}
