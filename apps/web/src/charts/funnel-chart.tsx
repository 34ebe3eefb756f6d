import { LineChart, type LineSeriesOption, ScatterChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useCallback } from 'react'
import { tooltipOf } from './tooltip.ts'
import { type Palette, tooltipStyle, useChart } from './use-chart.ts'

use([LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer])

export interface FunnelDot {
  name: string
  weight: number
  rate: number
  tone: 'good' | 'bad' | 'plain'
  /** sentences shown on pointing at it */
  text: string[]
}

interface Props {
  dots: FunnelDot[]
  middle: number
  /** heights of the limits: pairs below and above the middle, the outer one first */
  limits: { outer: [number, number]; inner: [number, number]; weight: number }[]
  end: number
  label: string
  words: { percent: (share: number) => string; x: string; salon: string; inner: string; outer: string }
}

const TONES = {
  light: { good: '#1f7a50', bad: '#c6432d', plain: '#646b7a' },
  dark: { good: '#4fc08d', bad: '#f08a75', plain: '#969ba9' },
}

/** With more points than this only those outside a limit are named. */
const MOST_NAMES = 14

/** Masters by the clients they are compared on, within the limits of chance round the salon's rate. */
export function FunnelChart({ label, dots, middle, limits, end, words }: Props) {
  const build = useCallback(
    (palette: Palette) => optionOf({ dots, middle, limits, end, words }, palette),
    [dots, middle, limits, end, words],
  )
  const box = useChart(build)
  return <div ref={box} style={{ height: 340 }} role="img" aria-label={label} />
}

function optionOf({ dots, middle, limits, end, words }: Omit<Props, 'label'>, palette: Palette): EChartsCoreOption {
  const text = { color: palette.quiet, fontSize: 12 }
  const tones = TONES[palette.scheme]
  const line = (of: 'outer' | 'inner', side: 0 | 1): LineSeriesOption => ({
    type: 'line',
    data: limits.map((limit) => [limit.weight, limit[of][side]]),
    symbol: 'none',
    silent: true,
    lineStyle: { color: palette.quiet, width: 1, type: of === 'outer' ? 'solid' : [4, 4], opacity: 0.75 },
    endLabel: {
      show: side === 1,
      formatter: words[of],
      color: palette.quiet,
      fontSize: 11,
      distance: 4,
    },
  })
  return {
    grid: { left: 48, right: 52, top: 14, bottom: 44 },
    xAxis: {
      type: 'value',
      min: 0,
      max: end,
      name: words.x,
      nameLocation: 'middle',
      nameGap: 27,
      nameTextStyle: text,
      axisLabel: { ...text, showMaxLabel: false },
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
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const dot = dots[dataIndex]
        return dot
          ? tooltipOf(
              dot.name,
              dot.text.map((sentence) => ({ text: sentence })),
            )
          : ''
      },
    },
    series: [
      line('outer', 0),
      line('outer', 1),
      line('inner', 0),
      line('inner', 1),
      {
        type: 'line',
        data: [
          [0, middle],
          [end, middle],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: palette.ink, width: 1, type: 'dotted' },
        endLabel: { show: true, formatter: words.salon, color: palette.quiet, fontSize: 11, distance: 4 },
      },
      {
        type: 'scatter',
        symbolSize: 13,
        z: 5,
        data: dots.map((dot) => ({
          value: [dot.weight, dot.rate],
          itemStyle: { color: tones[dot.tone], borderColor: palette.surface, borderWidth: 2 },
          label: {
            show: dots.length <= MOST_NAMES || dot.tone !== 'plain',
            formatter: dot.name,
            position: placeOf(dot, dots, end),
            color: palette.ink,
            fontSize: 12.5,
            fontWeight: dot.tone === 'plain' ? 500 : 650,
          },
        })),
        labelLayout: { hideOverlap: true },
      },
    ],
  }
}

/** Beside the point, on the side with room; above or below where a neighbour's name would be in the way. */
function placeOf(dot: FunnelDot, dots: FunnelDot[], end: number): 'left' | 'right' | 'top' | 'bottom' {
  const near = dots.filter(
    (other) =>
      other !== dot && Math.abs(other.rate - dot.rate) < 0.06 && Math.abs(other.weight - dot.weight) < end * 0.45,
  )
  if (near.some((other) => other.rate < dot.rate)) return 'top'
  if (near.length > 0) return 'bottom'
  return dot.weight > end * 0.75 ? 'left' : 'right'
}
