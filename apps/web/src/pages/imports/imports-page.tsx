import { canImport } from '@comeback/server/permissions'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { importsQuery } from '../../api/queries.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { Dropzone } from './dropzone.tsx'
import { ImportList } from './import-list.tsx'
import classes from './imports.module.css'

/** Where a file comes in, and what came in before. */
export function ImportsPage() {
  const { say } = useText()
  const may = useMay()
  return may(canImport) ? <Imports /> : <NotForYou title={say('imports.title')} />
}

function Imports() {
  const { say } = useText()
  const imports = useQuery(importsQuery)
  return (
    <>
      <PageHeader title={say('imports.title')}>{say('imports.intro')}</PageHeader>
      <Dropzone />
      {imports.isError ? (
        <Card>
          <LoadFailed error={imports.error} retry={imports.refetch} />
        </Card>
      ) : !imports.data ? (
        <Skeleton height={90} mt="md" radius="lg" />
      ) : (
        imports.data.imports.length > 0 && (
          <Card flush label={say('imports.history')}>
            <h2 className={classes.flushHeading}>{say('imports.history')}</h2>
            <ImportList imports={imports.data.imports} />
          </Card>
        )
      )}
    </>
  )
}
