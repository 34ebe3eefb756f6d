import { CustomChart, type CustomSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useCallback } from 'react'
import { seriesColour } from './series-colours.ts'
import { tooltipOf } from './tooltip.ts'
import { type Palette, tooltipStyle, useChart } from './use-chart.ts'

use([LineChart, CustomChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

/** Room of the axes in pixels; what stands under the chart lines up with it. */
export const PLOT = { left: 48, right: 16 } as const

export interface CurveDay {
  returned: number
  low: number
  high: number
}

/** A curve day by day from 0, as far as it is known. */
export interface CurveLine {
  name: string
  colour: number
  days: CurveDay[]
}

interface Props {
  lines: CurveLine[]
  /** last day of the axis, and where its ticks are apart by */
  end: number
  step: number
  /** up to this day everybody has been watched; the lines are dashed beyond */
  exactUpTo: number
  label: string
  words: {
    percent: (share: number) => string
    axis: string
    exact: string
    /** heading and, by curve, the sentence of a day */
    hover: (day: number) => { title: string; sentences: string[] }
  }
}

/** Return curves with their 95 % bands over the days since the visit. */
export function ReturnCurveChart({ label, lines, end, step, exactUpTo, words }: Props) {
  const build = useCallback(
    (palette: Palette) => optionOf({ lines, end, step, exactUpTo, words }, palette),
    [lines, end, step, exactUpTo, words],
  )
  const box = useChart(build)
  return <div ref={box} style={{ height: 360 }} role="img" aria-label={label} />
}

function optionOf({ lines, end, step, exactUpTo, words }: Omit<Props, 'label'>, palette: Palette): EChartsCoreOption {
  const text = { color: palette.quiet, fontSize: 12 }
  const tooltip = (hovered: { axisValue: number }[]) => {
    const { title, sentences } = words.hover(Math.round(hovered[0]?.axisValue ?? 0))
    const named = lines.length > 1
    const rows = sentences.map((sentence, index) => {
      const line = lines[index]
      return line && named
        ? { name: line.name, colour: seriesColour(line.colour, palette.scheme), text: sentence }
        : { text: sentence }
    })
    return tooltipOf(title, rows)
  }
  return {
    grid: { left: PLOT.left, right: PLOT.right, top: 26, bottom: 44 },
    xAxis: {
      type: 'value',
      min: 0,
      max: end,
      interval: step,
      name: words.axis,
      nameLocation: 'middle',
      nameGap: 27,
      nameTextStyle: text,
      axisLabel: { ...text, showMaxLabel: end % step === 0 },
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { ...text, formatter: words.percent },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      axisPointer: { type: 'line', snap: false, lineStyle: { color: palette.quiet } },
      formatter: tooltip,
    },
    series: [
      ...lines.map((line) => bandOf(line, end, palette, lines.length > 3)),
      ...lines.flatMap((line, index) => strokesOf(line, end, exactUpTo, palette, index === 0 ? words.exact : null)),
    ],
  }
}

function strokesOf(line: CurveLine, end: number, exactUpTo: number, palette: Palette, mark: string | null) {
  const points = line.days.slice(0, end + 1).map(({ returned }, day) => [day, returned])
  const stroke = (data: number[][], dashed: boolean): LineSeriesOption => ({
    type: 'line',
    data,
    step: 'end',
    symbol: 'none',
    lineStyle: { color: seriesColour(line.colour, palette.scheme), width: 2.25, type: dashed ? [4, 5] : 'solid' },
    emphasis: { disabled: true },
    z: 3,
  })
  const solid = stroke(points.slice(0, exactUpTo + 1), false)
  const dashed = stroke(points.slice(exactUpTo), true)
  if (mark === null || exactUpTo === 0 || exactUpTo >= end) return [solid, dashed]
  const markLine: LineSeriesOption['markLine'] = {
    silent: true,
    symbol: 'none',
    lineStyle: { color: palette.quiet, type: 'dotted', width: 1 },
    label: {
      formatter: mark,
      color: palette.quiet,
      fontSize: 12,
      position: 'end',
      distance: 6,
      align: exactUpTo > end * 0.8 ? 'right' : exactUpTo < end * 0.2 ? 'left' : 'center',
    },
    data: [{ xAxis: exactUpTo }],
  }
  return [{ ...solid, markLine }, dashed]
}

/** The band as one polygon along the steps of its limits. */
function bandOf(line: CurveLine, end: number, palette: Palette, many: boolean): CustomSeriesOption {
  const days = line.days.slice(0, end + 1)
  return {
    type: 'custom',
    silent: true,
    clip: true,
    data: days.length > 1 ? [[0, 0]] : [],
    tooltip: { show: false },
    renderItem: (_, api) => {
      const along = (limit: 'low' | 'high') =>
        days.flatMap((day, t) => (t === 0 ? [] : [api.coord([t, days[t - 1]![limit]]), api.coord([t, day[limit]])]))
      return {
        type: 'polygon',
        shape: { points: [...along('low'), ...along('high').reverse()] },
        style: { fill: seriesColour(line.colour, palette.scheme), opacity: many ? 0.09 : 0.15 },
      }
    },
    z: 1,
  }
}
