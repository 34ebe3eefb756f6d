import { IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { reportQuery } from '../../api/queries.ts'
import { Locked } from '../../app/locked.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { NoBook } from '../../components/no-book.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { Hero } from './hero.tsx'
import { HeroSkeleton } from './hero-skeleton.tsx'
import { Notes } from './notes.tsx'
import { OtherTools } from './other-tools.tsx'
import { OutcomePeople } from './outcome-people.tsx'
import { PageActions } from './page-actions.tsx'
import { QuestionBar } from './question-bar.tsx'
import { TabBar } from './tab-bar.tsx'
import { useRetention } from './use-retention.ts'

/** The product: who was here, who came back, who is lost. */
export function RetentionPage() {
  const { say } = useWords()
  const { has } = usePlan()
  if (has('retention')) return <Retention />
  return (
    <>
      <PageHeader title={say('retention.title')} />
      <Locked feature="retention" />
    </>
  )
}

function Retention() {
  const { say, formats, periods } = useWords()
  const workspace = useWorkspace()
  const { choice, question } = useRetention()
  const report = useQuery({ ...reportQuery(question, 'all'), enabled: workspace.counts.visits > 0 })
  if (workspace.counts.visits === 0) return <NoBook title={say('retention.title')} />

  const asked = { base: periods.when(choice.base), back: periods.ruleWhen(choice.rule) }
  const sentence = say(choice.rule.kind === 'window' ? 'retention.questionWindow' : 'retention.questionPeriod', asked)
  const fresh = workspace.dataThrough && say('common.dataThrough', { date: formats.date(workspace.dataThrough) })
  return (
    <>
      <PageHeader title={say('retention.title')} actions={<PageActions />}>
        {[sentence, fresh].filter(Boolean).join(' · ')}
      </PageHeader>
      <QuestionBar />
      {report.isError ? (
        <Card>
          <LoadFailed error={report.error} retry={report.refetch} />
        </Card>
      ) : !report.data ? (
        <HeroSkeleton />
      ) : report.data.total.served === 0 ? (
        <Card>
          <Empty icon={IconCalendarOff} title={say('retention.emptyTitle')} text={say('retention.emptyText')} />
        </Card>
      ) : (
        <>
          <Hero report={report.data} stale={report.isPlaceholderData} />
          <Notes report={report.data} />
          <TabBar report={report.data} />
          <OtherTools report={report.data} />
        </>
      )}
      <OutcomePeople />
    </>
  )
}
