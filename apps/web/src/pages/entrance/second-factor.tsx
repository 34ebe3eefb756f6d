import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { verifySecondFactor } from '../../api/session.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './entrance.module.css'
import { Entrance } from './entrance.tsx'
import { useEntering } from './use-entering.ts'

/** The code of the authenticator, or one of the codes kept for the day it is lost. */
export function SecondFactor() {
  const { say } = useText()
  const [code, setCode] = useState('')
  const enter = useEntering(() => verifySecondFactor(code.replaceAll(' ', '')))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(undefined)
  }
  return (
    <Entrance title={say('account.secondFactor')} lead={say('account.secondFactorLead')}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={say('account.code')}
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {enter.error && <Failure error={enter.error} />}
        <Button type="submit" loading={enter.isPending}>
          {say('account.signInNow')}
        </Button>
      </form>
    </Entrance>
  )
}
