import { canSeeSalon } from '@comeback/server/permissions'
import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { healthQuery } from '../../api/analyses.ts'
import type { MonthHealth } from '../../api/types.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { NoBook } from '../../components/no-book.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { printPage } from '../../components/print-page.ts'
import { useText } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'
import { ChartCards } from './chart-cards.tsx'
import { Lead } from './lead.tsx'
import { lastFull, latest } from './month.ts'
import { MonthTable } from './month-table.tsx'
import { SPANS, type Span } from './overview-search.ts'
import { Tiles } from './tiles.tsx'
import { useOverview } from './use-overview.ts'

const NONE: MonthHealth[] = []

/** The client base month by month: who comes, who stays, what they bring. */
export function OverviewPage() {
  const { say } = useText()
  const may = useMay()
  return may(canSeeSalon) ? <Overview /> : <NotForYou title={say('nav.overview')} />
}

function Overview() {
  const { say, formats } = useWords()
  const { counts, dataThrough } = useWorkspace()
  const { span, onSpan } = useOverview()
  const health = useQuery({ ...healthQuery, enabled: counts.visits > 0 })
  const all = health.data?.months ?? NONE
  const months = useMemo(() => latest(all, span), [all, span])
  if (counts.visits === 0) return <NoBook title={say('overview.title')} />
  const { month, before } = lastFull(all)
  const fresh = dataThrough && say('common.dataThrough', { date: formats.date(dataThrough) })
  return (
    <>
      <PageHeader
        title={say('overview.title')}
        actions={
          <>
            <SegmentedControl
              aria-label={say('overview.span')}
              value={span}
              onChange={(value) => onSpan(value as Span)}
              data={SPANS.map((one) => ({ value: one, label: say(`overview.spans.${one}`) }))}
            />
            <Button
              variant="default"
              size="sm"
              visibleFrom="md"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void printPage()}
            >
              {say('common.print')}
            </Button>
          </>
        }
      >
        {[say('overview.question'), fresh].filter(Boolean).join(' · ')}
      </PageHeader>
      {health.isError ? (
        <Card>
          <LoadFailed error={health.error} retry={health.refetch} />
        </Card>
      ) : !health.data ? (
        <Card>
          <Skeleton height={360} />
        </Card>
      ) : (
        <>
          <Lead months={all} />
          {month && <Tiles month={month} before={before} />}
          <ChartCards months={months} />
          <MonthTable months={months} />
        </>
      )}
    </>
  )
}
