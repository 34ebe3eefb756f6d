import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { bonusOperationsQuery } from '../../api/bonuses.ts'
import classes from '../../components/bonuses/bonuses.module.css'
import { MoreOperations } from '../../components/bonuses/more-operations.tsx'
import { OperationRow } from '../../components/bonuses/operation-row.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useText } from '../../i18n/index.ts'

/** What was done lately, and to whom. */
export function Operations() {
  const { say } = useText()
  const known = useInfiniteQuery(bonusOperationsQuery)
  if (known.isError) return <LoadFailed error={known.error} retry={known.refetch} />
  if (!known.data) return <Skeleton height={200} mt="md" radius="lg" aria-label={say('common.loading')} />
  return (
    <Card label={say('bonuses.operations')}>
      <h2 className={classes.heading}>{say('bonuses.operations')}</h2>
      <ul className={classes.list}>
        {known.data.pages
          .flatMap((page) => page.operations)
          .map((operation) => (
            <OperationRow
              key={operation.id}
              operation={operation}
              who={
                <Link to="/clients/$id" params={{ id: String(operation.clientId) }}>
                  {operation.name || say('people.unnamed')}
                </Link>
              }
            />
          ))}
      </ul>
      <MoreOperations query={known} />
    </Card>
  )
}
