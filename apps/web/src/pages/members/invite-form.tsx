import { Alert, Button, CopyButton, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { invite, membersQuery } from '../../api/session.ts'
import type { Rights } from '../../api/types.ts'
import { useSession } from '../../app/session-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './members.module.css'
import { RightsFields } from './rights-fields.tsx'

const FIRST: Rights = { role: 'administrator', staff: null, seesContacts: false, locations: null }

/** Addresses that open on this computer alone. */
const ONLY_HERE = /^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1?\])/

/** Makes a link for somebody, mails it where the server can, and shows it once. */
export function InviteForm() {
  const { say } = useText()
  const { sendsMail } = useSession()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [rights, setRights] = useState(FIRST)
  const make = useMutation({
    mutationFn: () => invite({ ...rights, email }),
    onSuccess: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className={classes.invite} onSubmit={submit}>
      {sendsMail && (
        <TextInput
          type="email"
          label={say('account.email')}
          description={say('account.inviteEmailHint')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      <RightsFields value={rights} onChange={(change) => setRights({ ...rights, ...change })} />
      {make.error && <Failure error={make.error} />}
      <Button type="submit" loading={make.isPending}>
        {say('account.makeLink')}
      </Button>
      {make.data && (
        <div className={classes.link} role="status">
          <p>{say(make.data.mailed ? 'account.linkMailed' : 'account.linkMade')}</p>
          <code>{make.data.link}</code>
          {ONLY_HERE.test(make.data.link) && (
            <Alert color="yellow" variant="light" radius="md">
              {say('account.linkOnlyHere')}
            </Alert>
          )}
          <CopyButton value={make.data.link}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {say(copied ? 'common.linkCopied' : 'account.copyLink')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </form>
  )
}
