import { Badge, Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keysQuery, revokeKey } from '../../api/programs.ts'
import type { ApiKey } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useSure } from '../../components/use-sure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './api.module.css'
import { MoreButton } from './more-button.tsx'

/** Keys there are: what each is for, when it was used last; revoked ones stay to be recognised. */
export function KeyList() {
  const { say } = useWords()
  const keys = useInfiniteQuery(keysQuery)
  if (keys.isError) return <LoadFailed error={keys.error} retry={keys.refetch} />
  if (!keys.data) return <Skeleton height={80} radius="md" aria-label={say('common.loading')} />
  const all = keys.data.pages.flatMap((page) => page.keys)
  if (all.length === 0) return <p className={classes.nothing}>{say('api.noKeys')}</p>
  return (
    <>
      <ul className={classes.list}>
        {all.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
      <MoreButton query={keys} />
    </>
  )
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const { say, words, formats } = useWords()
  const sure = useSure()
  const queries = useQueryClient()
  const { id, name, ending, scopes, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt } = apiKey
  const revoke = useMutation({
    mutationFn: () => revokeKey(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  const isOver = revokedAt !== null || (expiresAt !== null && new Date(expiresAt) <= new Date())
  const facts = [
    say(createdBy === null ? 'api.made' : 'api.madeBy', { date: formats.moment(createdAt), name: createdBy ?? '' }),
    lastUsedAt === null ? say('api.neverUsed') : say('api.lastUsed', { date: formats.moment(lastUsedAt) }),
    ...(expiresAt === null ? [] : [say('api.until', { date: formats.moment(expiresAt) })]),
  ]
  return (
    <li className={classes.row} data-over={isOver || undefined}>
      <div className={classes.what}>
        <b>{name}</b> <code>cbk_…{ending}</code>
        {revokedAt !== null && <Badge color="gray">{say('api.revoked')}</Badge>}
        {revokedAt === null && isOver && <Badge color="gray">{say('api.expired')}</Badge>}
        <small>{scopes.map((scope) => words.api.scopes[scope]).join(' · ')}</small>
        <small>{facts.join(' · ')}</small>
      </div>
      {!isOver && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={revoke.isPending}
          aria-label={`${say('api.revoke')}: ${name}`}
          onClick={() =>
            sure({ question: say('api.revokeSure', { name }), yes: say('api.revoke'), onYes: () => revoke.mutate() })
          }
        >
          {say('api.revoke')}
        </Button>
      )}
      {revoke.error && <Failure error={revoke.error} />}
    </li>
  )
}
