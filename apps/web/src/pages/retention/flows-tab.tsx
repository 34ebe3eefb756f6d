import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback } from 'react'
import { flowsQuery } from '../../api/queries.ts'
import type { FlowCell } from '../../charts/flow-option.ts'
import { Card } from '../../components/card.tsx'
import { Definition } from '../../components/definition.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useText } from '../../i18n/index.ts'
import classes from './flows.module.css'
import { FlowsTable } from './flows-table.tsx'
import { useRetention } from './use-retention.ts'

// The charting library is large and only this picture needs it.
const FlowChart = lazy(() => import('../../charts/flow-chart.tsx').then((module) => ({ default: module.FlowChart })))

/** To whom those who returned came: a picture on wide screens, and the table behind it everywhere. */
export function FlowsTab() {
  const { say } = useText()
  const { question, change } = useRetention()
  const open = useCallback(
    ({ from, count, to }: FlowCell) =>
      change({ people: count, of: from ?? '', to: to === undefined ? undefined : (to ?? ''), new: undefined }),
    [change],
  )
  const phone = useIsPhone()
  const flows = useQuery(flowsQuery(question))
  if (flows.isError) {
    return (
      <Card>
        <LoadFailed error={flows.error} retry={flows.refetch} />
      </Card>
    )
  }
  if (!flows.data) {
    return (
      <Card>
        <Skeleton height={280} />
      </Card>
    )
  }
  return (
    <>
      <Card label={say('retention.flows.picture')}>
        <p className={classes.text}>
          {say('retention.flows.text')}
          <Definition of="flows" />
        </p>
        {!phone && (
          <Suspense fallback={<Skeleton height={380} />}>
            <FlowChart flows={flows.data} onOpen={open} />
          </Suspense>
        )}
      </Card>
      <Card flush label={say('retention.tabs.flows')}>
        <FlowsTable flows={flows.data} />
      </Card>
    </>
  )
}
