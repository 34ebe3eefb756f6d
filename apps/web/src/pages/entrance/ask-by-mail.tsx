import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { askForAccount } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './entrance.module.css'

/** Asks for the mail that an account is finished with; what is answered does not tell whether there is one. */
export function AskByMail({ email: known = '', invitation }: { email?: string; invitation: string | null }) {
  const { say } = useText()
  const [email, setEmail] = useState(known)
  const ask = useMutation({ mutationFn: () => askForAccount(email, invitation) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  if (ask.isSuccess) {
    return (
      <div className={classes.form} role="status">
        <p className={classes.lead}>{say('account.lookInMail', { email })}</p>
        <Button variant="default" onClick={ask.reset}>
          {say('account.otherAddress')}
        </Button>
      </div>
    )
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        type="email"
        label={say('account.email')}
        description={say('account.confirmHint')}
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
  )
}
