import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { comparisonQuery, reportQuery } from '../../api/queries.ts'
import { Locked } from '../../app/locked.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { Defined } from '../../components/definition.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './fair.module.css'
import { FairPicture } from './fair-picture.tsx'
import { FairTable } from './fair-table.tsx'
import { useRetention } from './use-retention.ts'

/** Under the masters' table: each against what the others achieve with the same clients. */
export function FairSection() {
  const { has } = usePlan()
  return has('fairComparison') ? <Fair /> : <Locked feature="fairComparison" />
}

function Fair() {
  const { say, formats, periods } = useWords()
  const { question, choice } = useRetention()
  const comparison = useQuery(comparisonQuery(question))
  const report = useQuery(reportQuery(question, 'staff'))
  const heading = (
    <h2 className={classes.heading}>
      <Defined of="fair">{say('fair.title')}</Defined>
    </h2>
  )
  if (comparison.isError) {
    return (
      <Card>
        {heading}
        <LoadFailed error={comparison.error} retry={comparison.refetch} />
      </Card>
    )
  }
  if (!comparison.data) {
    return (
      <Card>
        {heading}
        <Skeleton height={260} />
      </Card>
    )
  }
  if ('reason' in comparison.data) {
    if (!report.data) return null
    return (
      <Card label={say('fair.title')}>
        {heading}
        <p className={classes.text}>
          <b>{say('fair.notOverTitle')}.</b> {say('fair.notOver', { date: formats.date(report.data.closesOn) })}
        </p>
      </Card>
    )
  }
  const { rows } = comparison.data
  if (rows.length < 2) {
    return (
      <Card label={say('fair.title')}>
        {heading}
        <p className={classes.text}>{say('fair.oneMaster')}</p>
      </Card>
    )
  }
  return (
    <div style={{ opacity: comparison.isPlaceholderData ? 0.55 : 1 }}>
      <Card label={say('fair.title')}>
        {heading}
        <p className={classes.text}>
          {say('fair.text')} {say('fair.once')}{' '}
          {choice.rule.kind === 'window' && say('fair.window', { rule: periods.rule(choice.rule) })}
        </p>
        <FairPicture rows={rows} />
      </Card>
      <Card flush label={say('fair.table.verdict')}>
        <FairTable rows={rows} raw={report.data?.rows ?? []} />
      </Card>
    </div>
  )
}
