import { canHost } from '@comeback/server/permissions'
import { Button, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuildingStore, IconLock, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { hostedQuery } from '../../api/host.ts'
import { sessionQuery } from '../../api/session.ts'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './host.module.css'
import { HostedRow } from './hosted-row.tsx'

const PAUSE_MS = 250

/** Above the salons: whose they are, which plan they have, and whether they are used. It has no menu of a salon's. */
export function HostPage() {
  const { say } = useText()
  const { data: session } = useQuery(sessionQuery)
  if (!session) return null
  return (
    <main className={classes.page}>
      <p className={classes.back}>
        <Link to="/">{say('host.back')}</Link>
      </p>
      <PageHeader title={say('host.title')}>{say('host.lead')}</PageHeader>
      {canHost(session.user) ? (
        <Workspaces />
      ) : (
        <Card>
          <Empty icon={IconLock} title={say('host.notYoursTitle')} text={say('host.notYoursText')} />
        </Card>
      )}
    </main>
  )
}

function Workspaces() {
  const { say } = useText()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, PAUSE_MS)
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    hostedQuery(search),
  )
  const hosted = data?.pages.flatMap((page) => page.workspaces)
  return (
    <>
      <TextInput
        type="search"
        className={classes.search!}
        aria-label={say('host.search')}
        placeholder={say('host.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isError ? (
        <Card>
          <LoadFailed error={error} retry={refetch} />
        </Card>
      ) : !hosted ? (
        <Skeleton height={320} radius="lg" aria-label={say('common.loading')} />
      ) : hosted.length === 0 ? (
        <Card>
          <Empty icon={IconBuildingStore} title={say('host.nothingTitle')} text={say('host.nothingText')} />
        </Card>
      ) : (
        <Card flush label={say('host.title')}>
          <ul className={classes.rows}>
            {hosted.map((each) => (
              <HostedRow key={each.id} hosted={each} />
            ))}
          </ul>
          {hasNextPage && (
            <div className={classes.more}>
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {say('host.more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  )
}
