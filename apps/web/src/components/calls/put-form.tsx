import { SCRIPT_FIELDS, unknownFieldOf } from '@comeback/server/calls/script'
import { Button, Loader, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { putCalls } from '../../api/calls.ts'
import { fetchPeople, type PeopleSource } from '../../api/queries.ts'
import type { CallsPut } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import { Failure } from '../failure.tsx'

/** The most that are put on the list at once; more nobody calls. */
const MOST = 5000
const PAGE = 1000

interface Props {
  source: PeopleSource
  reason: string
  close: () => void
}

/** Who is to be called why, and what to say: asked before a whole list is put there. */
export function PutForm({ source, reason: suggested, close }: Props) {
  const { say, words } = useText()
  const [reason, setReason] = useState(suggested)
  const [script, setScript] = useState(words.calls.defaultScript)
  const queries = useQueryClient()
  const total = useQuery({
    queryKey: ['calls', 'total', source],
    queryFn: async ({ signal }) => (await fetchPeople(source, null, 1, signal)).total,
  })
  const put = useMutation({
    mutationFn: async () => putCalls({ clientIds: await idsOf(source), reason, script }),
    onSuccess: (done) => {
      close()
      notifications.show({ autoClose: 8000, message: <Done done={done} /> })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['calls'] }),
  })
  const unknown = unknownFieldOf(script)
  const tooMany = (total.data ?? 0) > MOST
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put.mutate()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={<b>{say('calls.putTitle')}</b>}
      radius="lg"
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {total.data === undefined ? (
            <Loader size="sm" aria-label={say('common.loading')} />
          ) : (
            <span>{tooMany ? say('calls.tooMany', { count: MOST }) : say('calls.putWho', { count: total.data })}</span>
          )}
          <TextInput
            label={say('calls.reason')}
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Textarea
            label={say('calls.script')}
            description={say('calls.scriptHint', { fields: SCRIPT_FIELDS.map((field) => `{{${field}}}`).join(' ') })}
            error={unknown !== null && say('calls.unknownField', { field: unknown })}
            autosize
            minRows={3}
            maxLength={2000}
            value={script}
            onChange={({ currentTarget }) => setScript(currentTarget.value)}
          />
          {put.isError && <Failure error={put.error} />}
          <Button type="submit" loading={put.isPending} disabled={unknown !== null || tooMany || !total.data}>
            {say('calls.putButton')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

async function idsOf(source: PeopleSource): Promise<number[]> {
  const ids: number[] = []
  let cursor: string | null = null
  do {
    const page = await fetchPeople(source, cursor, PAGE)
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null && ids.length < MOST)
  return ids
}

/** What became of it, and the way to the list. */
function Done({ done }: { done: CallsPut }) {
  const { say } = useText()
  return (
    <>
      {say('calls.putDone', { added: done.added })}{' '}
      {done.already > 0 && `${say('calls.putAlready', { count: done.already })} `}
      {done.refused > 0 && `${say('calls.putRefused', { count: done.refused })} `}
      <Link to="/calls">{say('calls.putOpen')}</Link>
    </>
  )
}
