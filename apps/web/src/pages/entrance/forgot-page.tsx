import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { askForReset, sessionQuery } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './entrance.module.css'
import { Entrance } from './entrance.tsx'

/** A link to a new password by mail; where no mail is sent, whom to ask. */
export function ForgotPage() {
  const { say } = useText()
  const session = useQuery(sessionQuery)
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => askForReset(email) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  const lead = !session.data?.sendsMail
    ? 'account.forgotNoMail'
    : ask.isSuccess
      ? 'account.forgotSent'
      : 'account.forgotLead'
  return (
    <Entrance
      title={say('account.forgot')}
      {...(session.data ? { lead: say(lead) } : {})}
      foot={<Link to="/sign-in">{say('account.signIn')}</Link>}
    >
      {session.data?.sendsMail && !ask.isSuccess && (
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            type="email"
            label={say('account.email')}
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {ask.error && <Failure error={ask.error} />}
          <Button type="submit" loading={ask.isPending}>
            {say('account.sendLink')}
          </Button>
        </form>
      )}
    </Entrance>
  )
}
