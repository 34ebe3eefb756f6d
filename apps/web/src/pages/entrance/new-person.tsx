import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { NewOwner } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './entrance.module.css'

interface Props {
  /** asks for the salon's name too */
  withSalon?: boolean
  asksSetupCode?: boolean
  email?: string
  /** the address is confirmed and stays as it is */
  emailIsKnown?: boolean
  submitText: string
  pending: boolean
  error: unknown
  onSubmit: (person: NewOwner) => void
}

const SHORTEST_PASSWORD = 10

/** What an account needs. */
export function NewPersonForm({ withSalon = false, asksSetupCode = false, email: known = '', ...props }: Props) {
  const { emailIsKnown = false, submitText, pending, error, onSubmit } = props
  const { say } = useText()
  const [person, setPerson] = useState({ setupCode: '', salon: '', name: '', email: known, password: '' })
  const set = (change: Partial<typeof person>) => setPerson({ ...person, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(person)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {asksSetupCode && (
        <TextInput
          label={say('account.setupCode')}
          description={say('account.setupCodeHint')}
          placeholder="ABCD-EFGH-JKLM-NPQR"
          autoComplete="off"
          required
          maxLength={40}
          value={person.setupCode}
          onChange={(event) => set({ setupCode: event.currentTarget.value })}
        />
      )}
      {withSalon && (
        <TextInput
          label={say('account.salon')}
          placeholder={say('settings.namePlaceholder')}
          autoComplete="organization"
          required
          maxLength={80}
          value={person.salon}
          onChange={(event) => set({ salon: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={say('account.name')}
        autoComplete="name"
        required
        maxLength={80}
        value={person.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={say('account.email')}
        autoComplete="username"
        required
        readOnly={emailIsKnown}
        value={person.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <PasswordInput
        label={say('account.password')}
        description={say('account.passwordHint')}
        autoComplete="new-password"
        required
        minLength={SHORTEST_PASSWORD}
        value={person.password}
        onChange={(event) => set({ password: event.currentTarget.value })}
      />
      {error !== null && <Failure error={error} />}
      <Button type="submit" loading={pending}>
        {submitText}
      </Button>
    </form>
  )
}
