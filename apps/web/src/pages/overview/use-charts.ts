import { useMemo } from 'react'
import type { MonthHealth } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import type { ChartMonth, MonthPicture } from '../../charts/month-option.ts'
import type { Term } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { firstDay, REFERENCE } from './month.ts'

export const CHARTS = [
  'clients',
  'regularShare',
  'revenue',
  'averageTicket',
  'retention',
  'visitsPerClient',
  'missed',
] as const
export type ChartName = (typeof CHARTS)[number]

export const TERMS: Record<ChartName, Term> = {
  clients: 'newness',
  regularShare: 'regular',
  revenue: 'revenue',
  averageTicket: 'averageTicket',
  retention: 'firstVisitRetention',
  visitsPerClient: 'visitsPerClient',
  missed: 'missedShare',
}

/** What each chart draws; kept while neither the months nor the language change. */
export function useCharts(months: MonthHealth[]): Record<ChartName, MonthPicture> {
  const { say, formats } = useWords()
  const { currency, dataThrough } = useWorkspace()
  return useMemo(() => {
    const money = (value: number) => formats.money(value, currency)
    const percent = (value: number) => formats.percent(value)
    const axis = months.map(({ month, partial }, index): ChartMonth => {
      const name = formats.month(firstDay(month))
      const until = partial && dataThrough ? `, ${say('overview.partial', { date: formats.date(dataThrough) })}` : ''
      const year = index === 0 || month.endsWith('-01') ? `\n${month.slice(0, 4)}` : ''
      return { label: formats.shortMonth(firstDay(month)) + year, name: name + until, partial }
    })
    const kind = (key: 'new' | 'returning' | 'regular') => say(`overview.kinds.${key}`)
    const share = (part: (month: MonthHealth) => number) =>
      months.map((month) => (month.served === 0 ? null : percent(part(month) / month.served)))
    const returningRegular = (month: MonthHealth) => month.regular - month.newRegular
    const notRegular = (month: MonthHealth) => month.returning - returningRegular(month)
    const open = months.findIndex(({ firstVisitRetention }) => firstVisitRetention === null)
    const rateNotes = (of: 'firstVisitRetention' | 'returningRetention') =>
      months.map(({ [of]: rate }) =>
        rate?.low == null || rate.high === null ? null : formats.percents(rate.low, rate.high),
      )
    return {
      clients: {
        months: axis,
        format: formats.number,
        series: [
          {
            kind: 'bar',
            name: say('overview.kinds.returningRegular'),
            colour: 'regular',
            values: months.map(returningRegular),
            notes: share(returningRegular),
          },
          {
            kind: 'bar',
            name: say('overview.kinds.notYetRegular'),
            colour: 'returning',
            values: months.map(notRegular),
            notes: share(notRegular),
          },
          {
            kind: 'bar',
            name: kind('new'),
            colour: 'new',
            values: months.map((month) => month.new),
            notes: share((month) => month.new),
          },
        ],
      },
      regularShare: {
        months: axis,
        format: percent,
        limit: 1,
        reference: { ...REFERENCE, label: say('overview.charts.reference') },
        series: [
          { kind: 'line', name: kind('regular'), colour: 'regular', values: months.map((month) => month.regularShare) },
        ],
      },
      revenue: {
        months: axis,
        format: money,
        series: (['returning', 'new'] as const).map((key) => ({
          kind: 'bar',
          name: kind(key),
          colour: key,
          values: months.map((month) => month.revenue[key]),
        })),
      },
      averageTicket: {
        months: axis,
        format: money,
        series: (['regular', 'returning', 'new'] as const).map((key) => ({
          kind: 'line',
          name: kind(key),
          colour: key,
          values: months.map((month) => month.averageTicket[key]),
        })),
      },
      retention: {
        months: axis,
        format: percent,
        limit: 1,
        unfinished: open < 0 ? undefined : { from: open, label: say('overview.charts.notOver') },
        series: [
          {
            kind: 'line',
            name: say('overview.kinds.ofReturning'),
            colour: 'regular',
            values: months.map((month) => month.returningRetention?.rate ?? null),
            notes: rateNotes('returningRetention'),
          },
          {
            kind: 'line',
            name: say('overview.kinds.afterFirst'),
            colour: 'new',
            values: months.map((month) => month.firstVisitRetention?.rate ?? null),
            notes: rateNotes('firstVisitRetention'),
          },
        ],
      },
      visitsPerClient: {
        months: axis,
        format: (value) => formats.number(Math.round(value * 100) / 100),
        series: [
          {
            kind: 'line',
            name: say('overview.charts.visitsPerClient'),
            colour: 'regular',
            values: months.map((month) => month.visitsPerClient),
          },
        ],
      },
      missed: {
        months: axis,
        format: percent,
        limit: 1,
        series: (['cancelled', 'noShow'] as const).map((key) => ({
          kind: 'bar',
          name: say(`overview.kinds.${key}`),
          colour: key,
          values: months.map((month) => month[`${key}Share`]),
        })),
      },
    }
  }, [months, say, formats, currency, dataThrough])
}
