import { canSeeAudit } from '@comeback/server/permissions'
import { Button, Skeleton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { auditQuery } from '../../api/audit.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './audit.module.css'
import { AuditTools } from './audit-tools.tsx'
import { EventRow } from './event-row.tsx'

const route = getRouteApi('/audit')

/** Who did what in this salon: searched, never changed. */
export function AuditPage() {
  const { say } = useText()
  const may = useMay()
  if (!may(canSeeAudit)) return <NotForYou title={say('audit.title')} />
  return (
    <>
      <PageHeader title={say('audit.title')}>{say('audit.lead')}</PageHeader>
      <AuditTools />
      <Events />
    </>
  )
}

function Events() {
  const { say } = useText()
  const { w: _, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(search),
  )
  if (!data) {
    if (isError) return <LoadFailed error={error} retry={refetch} />
    return <Skeleton height={320} radius="lg" aria-label={say('common.loading')} />
  }
  const events = data.pages.flatMap((page) => page.events)
  if (events.length === 0) {
    const narrowed = Object.keys(search).length > 0
    return (
      <Card>
        <Empty
          icon={IconHistory}
          title={say(narrowed ? 'audit.nothingFoundTitle' : 'audit.emptyTitle')}
          text={say(narrowed ? 'audit.nothingFoundText' : 'audit.emptyText')}
        >
          {narrowed && (
            <Button variant="default" onClick={() => void navigate({ search: {} })}>
              {say('audit.clear')}
            </Button>
          )}
        </Empty>
      </Card>
    )
  }
  return (
    <Card flush label={say('audit.title')}>
      <ul className={classes.events}>
        {events.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
      {isError && <Failure error={error} />}
      {hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('audit.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}
