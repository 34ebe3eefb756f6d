import { KEY_SCOPES, type KeyScope } from '@comeback/server/permissions'
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { keysQuery, makeKey } from '../../api/programs.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './api.module.css'
import { ShownOnce } from './shown-once.tsx'

const DAY_MS = 24 * 3_600_000
const LIVES = ['never', '30', '90', '365'] as const
type Life = (typeof LIVES)[number]

const expiryOf = (life: Life) => (life === 'never' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString())

/** Makes a key and shows it once. */
export function KeyForm() {
  const { say, words } = useText()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<KeyScope[]>(['reports:read'])
  const [life, setLife] = useState<Life>('never')
  const make = useMutation({
    mutationFn: () => makeKey({ name, scopes, expiresAt: expiryOf(life) }),
    onSuccess: () => {
      setName('')
      return queries.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  const names: Record<KeyScope, string> = words.api.scopes
  return (
    <form className={classes.form} onSubmit={submit} aria-label={say('api.makeKey')}>
      <div className={classes.fields}>
        <TextInput
          label={say('api.keyName')}
          placeholder={say('api.keyNamePlaceholder')}
          maxLength={80}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={say('api.keyLife')}
          data={LIVES.map((value) => ({ value, label: say(`api.lives.${value}`) }))}
          value={life}
          allowDeselect={false}
          onChange={(value) => setLife(LIVES.find((each) => each === value) ?? 'never')}
        />
      </div>
      <Checkbox.Group
        label={say('api.allows')}
        value={scopes}
        onChange={(values) => setScopes(KEY_SCOPES.filter((scope) => values.includes(scope)))}
      >
        <div className={classes.choices}>
          {KEY_SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={names[scope]} />
          ))}
        </div>
      </Checkbox.Group>
      {make.error && <Failure error={make.error} />}
      <Button type="submit" loading={make.isPending} disabled={name.trim() === '' || scopes.length === 0}>
        {say('api.makeKey')}
      </Button>
      {make.data && <ShownOnce key={make.data.id} says={say('api.keyMade')} secret={make.data.key} />}
    </form>
  )
}
