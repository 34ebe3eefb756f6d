import { canImport } from '@comeback/server/permissions'
import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { importQuery, isWorking } from '../../api/queries.ts'
import type { ImportState } from '../../api/types.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'
import { Ended } from './ended.tsx'
import { ReadyImport } from './ready-import.tsx'
import { Working } from './working.tsx'

const route = getRouteApi('/import/$id')

/** One import from upload to undo; which part is shown is the server's to say. */
export function ImportPage() {
  const { say } = useText()
  const may = useMay()
  return may(canImport) ? <Import /> : <NotForYou title={say('imports.title')} />
}

function Import() {
  const { say, formats } = useWords()
  const { id } = route.useParams()
  const one = useQuery(importQuery(id))
  useFreshNumbers(one.data?.state)
  const back = (
    <Button
      component={Link}
      to="/import"
      variant="subtle"
      size="sm"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
    >
      {say('imports.backToList')}
    </Button>
  )
  if (one.isError) return <LoadFailed error={one.error} retry={one.refetch} />
  if (!one.data) return <Skeleton height={300} radius="lg" aria-label={say('common.loading')} />
  const { fileName, size, createdAt, state } = one.data
  return (
    <>
      <PageHeader title={fileName} actions={back}>
        {formats.size(size)} · {formats.moment(createdAt)} · {say(`imports.state.${state}`)}
      </PageHeader>
      {state === 'ready' ? (
        <ReadyImport one={one.data} />
      ) : isWorking(one.data) ? (
        <Working one={one.data} />
      ) : (
        <Ended one={one.data} />
      )}
    </>
  )
}

/** What was counted before the data changed is forgotten once it has. */
function useFreshNumbers(state: ImportState | undefined) {
  const queries = useQueryClient()
  const before = useRef(state)
  useEffect(() => {
    const changed = before.current !== undefined && before.current !== state
    before.current = state
    if (changed) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' })
  }, [state, queries])
}
