import { Locked } from '../../app/locked.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { NoBook } from '../../components/no-book.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ForecastNote } from '../../components/people/forecast-note.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import { DueList } from './due-list.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { Segments } from './segments.tsx'
import { ShortHistory } from './short-history.tsx'
import { useDue } from './use-due.ts'

/** The administrator's day: whom to call, those who cost most to lose first. */
export function DuePage() {
  const { say } = useWords()
  const { has } = usePlan()
  if (has('due')) return <Due />
  return (
    <>
      <PageHeader title={say('due.title')} />
      <Locked feature="due" />
    </>
  )
}

function Due() {
  const { say, formats } = useWords()
  const { counts, dataThrough } = useWorkspace()
  const { search, risk } = useDue()
  const phone = useIsPhone()
  if (counts.visits === 0) return <NoBook title={say('due.title')} />
  const about = [
    say('due.text'),
    search.staff,
    dataThrough && say('common.dataThrough', { date: formats.date(dataThrough) }),
  ]
  return (
    <>
      <PageHeader title={say('due.title')}>{about.filter(Boolean).join(' · ')}</PageHeader>
      {risk.isError ? (
        <Card>
          <LoadFailed error={risk.error} retry={risk.refetch} />
        </Card>
      ) : (
        <>
          <Segments risk={risk.data} stale={risk.isPlaceholderData} />
          {risk.data?.shortHistory && <ShortHistory />}
          <ForecastNote />
          {!phone && <ForecastPanel />}
          <DueList risk={risk.data} />
          {phone && <ForecastPanel />}
        </>
      )}
    </>
  )
}
