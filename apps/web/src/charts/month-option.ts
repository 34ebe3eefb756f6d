import type { EChartsCoreOption } from 'echarts/core'
import { type MonthColour, monthColour } from './month-colours.ts'
import { type Palette, tooltipStyle } from './use-chart.ts'

export interface ChartMonth {
  /** on the axis: "Dec", and the year where it begins */
  label: string
  /** in the tooltip: "December 2025", and that it is not over */
  name: string
  /** drawn pale: its numbers will still grow */
  partial: boolean
}

export interface MonthSeries {
  kind: 'bar' | 'line'
  name: string
  colour: MonthColour
  /** one for each month; `null` is a gap */
  values: (number | null)[]
  /** more about a value, behind it in the tooltip */
  notes?: (string | null)[]
}

/** What to draw. The arrays are compared as they are: keep them while nothing changes. */
export interface MonthPicture {
  months: ChartMonth[]
  series: MonthSeries[]
  format: (value: number) => string
  /** no value can be above it */
  limit?: number | undefined
  /** a range to compare with, behind the lines */
  reference?: { from: number; to: number; label: string } | undefined
  /** the last months, of which nothing can be said yet */
  unfinished?: { from: number; label: string } | undefined
}

interface Hovered {
  dataIndex: number
  seriesIndex: number
  marker: string
}

/** The picture as ECharts wants it. */
export function monthOption(picture: MonthPicture, palette: Palette): EChartsCoreOption {
  const { months, series, format, limit } = picture
  const text = { color: palette.quiet, fontSize: 12 }
  const lines = series.some(({ kind }) => kind === 'line')
  return {
    grid: { left: 6, right: 10, top: 14, bottom: 2, containLabel: true },
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      axisPointer: {
        type: lines ? 'line' : 'shadow',
        lineStyle: { color: palette.quiet, type: 'solid', opacity: 0.5 },
      },
      formatter: (items: Hovered[]) => tooltip(picture, items),
    },
    xAxis: {
      type: 'category',
      data: months.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...text, lineHeight: 15, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(limit !== undefined && highest(picture) > 0.75 * limit
        ? { max: limit, interval: limit / 4 }
        : { splitNumber: 4 }),
      axisLabel: { ...text, formatter: (value: number) => format(value) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [...series.map((one) => drawn(one, months, palette)), ...background(picture, palette)],
  }
}

/** How high the picture goes: columns of a month stand on each other. */
function highest({ months, series, reference }: MonthPicture): number {
  const columns = months.map((_, at) =>
    series.reduce((sum, { kind, values }) => sum + (kind === 'bar' ? (values[at] ?? 0) : 0), 0),
  )
  const points = series.flatMap(({ values }) => values.map((value) => value ?? 0))
  return Math.max(0, reference?.to ?? 0, ...columns, ...points)
}

function drawn({ kind, name, colour, values }: MonthSeries, months: ChartMonth[], palette: Palette) {
  const color = monthColour(colour, palette)
  const pale = (index: number) => (months[index]!.partial ? 0.4 : 1)
  const data = values.map((value, index) => ({ value, itemStyle: { color, opacity: pale(index) } }))
  if (kind === 'bar') return { type: 'bar', name, stack: 'all', barMaxWidth: 38, barCategoryGap: '28%', color, data }
  return {
    type: 'line',
    name,
    color,
    data,
    symbol: 'circle',
    symbolSize: 6,
    connectNulls: false,
    lineStyle: { width: 2.2, color },
  }
}

/** An empty series that carries what lies behind the others. */
function background({ months, reference, unfinished }: MonthPicture, palette: Palette) {
  const areas = []
  if (reference) {
    areas.push([
      { yAxis: reference.from, itemStyle: { color: monthColour('reference', palette) } },
      { yAxis: reference.to },
    ])
  }
  if (unfinished) {
    areas.push([
      { xAxis: unfinished.from, itemStyle: { color: monthColour('unfinished', palette) } },
      { xAxis: months.length - 1 },
    ])
  }
  if (areas.length === 0) return []
  return [{ type: 'line', silent: true, data: [], markArea: { silent: true, data: areas } }]
}

function tooltip({ months, series, format }: MonthPicture, items: Hovered[]): string {
  const index = items[0]?.dataIndex ?? 0
  const rows = items.map(({ seriesIndex, marker }) => {
    const { name, values, notes } = series[seriesIndex]!
    const value = values[index]
    const note = notes?.[index]
    const shown = value == null ? '—' : format(value)
    return `<tr><td>${marker}${name}</td><td><b>${shown}</b>${note ? ` <small>${note}</small>` : ''}</td></tr>`
  })
  return `<b>${months[index]!.name}</b><table class="month-tooltip">${rows.join('')}</table>`
}
