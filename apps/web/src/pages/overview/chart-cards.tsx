import { Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import type { MonthHealth } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Defined } from '../../components/definition.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './overview.module.css'
import { CHARTS, type ChartName, TERMS, useCharts } from './use-charts.ts'

// The charting library is large and comes after the words and the numbers.
const MonthChart = lazy(() => import('../../charts/month-chart.tsx').then((module) => ({ default: module.MonthChart })))

const TEXTS: Partial<Record<ChartName, 'click' | 'referenceText' | 'retentionText'>> = {
  clients: 'click',
  regularShare: 'referenceText',
  retention: 'retentionText',
}

/** The months as pictures; each opens a month where the people are. */
export function ChartCards({ months }: { months: MonthHealth[] }) {
  const { say } = useText()
  const navigate = useNavigate()
  const charts = useCharts(months)
  const open = useCallback(
    (index: number) => {
      const month = months[index]?.month
      if (month) void navigate({ to: '/retention', search: { base: month, return: 'next' } })
    },
    [months, navigate],
  )
  return (
    <div className={classes.charts}>
      {CHARTS.filter((name) => charts[name].series.some(({ values }) => values.some((value) => value !== null))).map(
        (name) => {
          const title = say(`overview.charts.${name}`)
          const text = TEXTS[name]
          return (
            <Card key={name} label={title}>
              <h2 className={classes.chartTitle}>
                <Defined of={TERMS[name]}>{title}</Defined>
              </h2>
              {text && <p className={classes.chartText}>{say(`overview.charts.${text}`)}</p>}
              <Suspense fallback={<Skeleton height={220} />}>
                <MonthChart {...charts[name]} title={say('overview.charts.picture', { chart: title })} onMonth={open} />
              </Suspense>
            </Card>
          )
        },
      )}
    </div>
  )
}
