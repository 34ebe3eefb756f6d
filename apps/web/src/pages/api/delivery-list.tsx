import { Badge, Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { deliveriesQuery, sendAgain } from '../../api/programs.ts'
import type { Delivery } from '../../api/types.ts'
import { usePlan } from '../../app/use-plan.ts'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './api.module.css'
import { MoreButton } from './more-button.tsx'

const COLOURS = { waiting: 'yellow', held: 'gray', delivered: 'teal', failed: 'red' } as const

/** What was sent to an address and how that went. */
export function DeliveryList({ webhookId }: { webhookId: string }) {
  const { say } = useWords()
  const deliveries = useInfiniteQuery(deliveriesQuery(webhookId))
  if (deliveries.isError) return <LoadFailed error={deliveries.error} retry={deliveries.refetch} />
  if (!deliveries.data) return <Skeleton height={60} radius="md" aria-label={say('common.loading')} />
  const all = deliveries.data.pages.flatMap((page) => page.deliveries)
  if (all.length === 0) return <p className={classes.nothing}>{say('api.emptyLog')}</p>
  return (
    <>
      <ul className={classes.deliveries} aria-label={say('api.log')}>
        {all.map((delivery) => (
          <DeliveryRow key={delivery.id} webhookId={webhookId} delivery={delivery} />
        ))}
      </ul>
      <MoreButton query={deliveries} />
    </>
  )
}

function DeliveryRow({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const { say, words, formats } = useWords()
  const { id, type, state, tries, status, ms, trouble, answer, createdAt, nextTryAt } = delivery
  const { has } = usePlan()
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => sendAgain(webhookId, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: deliveriesQuery(webhookId).queryKey }),
  })
  const names: Record<string, string> = words.api.events
  const facts = [
    formats.moment(createdAt),
    ...(tries > 1 ? [say('api.tries', { count: tries })] : []),
    ...(trouble === null ? [] : [say(`api.trouble.${trouble}`, { status: status ?? '' })]),
    ...(trouble === null && status !== null ? [String(status)] : []),
    ...(ms === null ? [] : [say('api.ms', { count: ms })]),
    ...(state === 'waiting' && tries > 0 && nextTryAt ? [say('api.nextTry', { date: formats.moment(nextTryAt) })] : []),
  ]
  return (
    <li>
      <div className={classes.what}>
        <Badge color={COLOURS[state]} variant="light">
          {say(`api.state.${state}`)}
        </Badge>{' '}
        {names[type] ?? say('api.testEvent')}
        <small>{facts.join(' · ')}</small>
        {answer && (
          <details>
            <summary>{say('api.answer')}</summary>
            <pre>{answer}</pre>
          </details>
        )}
      </div>
      {state !== 'waiting' && state !== 'held' && (
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={!has('api')}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          {say('api.again')}
        </Button>
      )}
      {again.error && <Failure error={again.error} />}
    </li>
  )
}
