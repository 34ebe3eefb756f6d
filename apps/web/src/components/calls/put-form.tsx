import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { putCalls } from '../../api/calls.ts'
import { fetchPeople, type PeopleSource } from '../../api/queries.ts'
import { useText } from '../../i18n/index.ts'
import { CallForm } from './call-form.tsx'

/** The most that are put on the list at once; more nobody calls. */
const MOST = 5000
const PAGE = 1000

interface Props {
  source: PeopleSource
  reason: string
  close: () => void
}

/** Everybody of a list of people is to be called: why, and what to say. */
export function PutForm({ source, reason, close }: Props) {
  const { say, words } = useText()
  const total = useQuery({
    queryKey: ['calls', 'total', source],
    queryFn: async ({ signal }) => (await fetchPeople(source, null, 1, signal)).total,
  })
  const tooMany = (total.data ?? 0) > MOST
  return (
    <CallForm
      {...{ reason, close }}
      script={words.calls.defaultScript}
      disabled={tooMany || !total.data}
      put={async (asked) => putCalls({ clientIds: await idsOf(source), ...asked })}
    >
      {total.data === undefined ? (
        <Loader size="sm" aria-label={say('common.loading')} />
      ) : (
        <span>{tooMany ? say('calls.tooMany', { count: MOST }) : say('calls.putWho', { count: total.data })}</span>
      )}
    </CallForm>
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
