import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { renderSVG } from 'uqr'
import { disableSecondFactor, enableSecondFactor, sessionQuery, verifySecondFactor } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './account.module.css'

/** Turning the second factor on: password, picture for the authenticator, a code to prove it works; and off again. */
export function SecondFactorSettings({ on }: { on: boolean }) {
  const { say } = useText()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const change = useMutation({
    mutationFn: async () => (on ? void (await disableSecondFactor(password)) : await enableSecondFactor(password)),
    async onSuccess() {
      setPassword('')
      if (on) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
  if (change.data && !on) return <Prove {...change.data} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.text}>{say(on ? 'account.secondFactorOn' : 'account.secondFactorOff')}</p>
      <PasswordInput
        label={say('account.currentPassword')}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {change.error && <Failure error={change.error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant={on ? 'default' : 'filled'} loading={change.isPending}>
          {say(on ? 'account.turnOff' : 'account.turnOn')}
        </Button>
      </div>
    </form>
  )
}

function Prove({ totpURI, backupCodes }: { totpURI: string; backupCodes: string[] }) {
  const { say } = useText()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const prove = useMutation({
    mutationFn: () => verifySecondFactor(code),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    prove.mutate()
  }
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.text}>{say('account.scan')}</p>
      <img
        className={classes.code}
        alt={say('account.scan')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(totpURI))}`}
        width={180}
        height={180}
      />
      <code className={classes.secret}>{secret}</code>
      <p className={classes.text}>{say('account.keepCodes')}</p>
      <pre className={classes.secret}>{backupCodes.join('\n')}</pre>
      <TextInput
        label={say('account.code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {prove.error && <Failure error={prove.error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={prove.isPending}>
          {say('account.turnOn')}
        </Button>
      </div>
    </form>
  )
}
