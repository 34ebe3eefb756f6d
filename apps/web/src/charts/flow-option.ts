import type { EChartsCoreOption } from 'echarts/core'
import type { Flows } from '../api/types.ts'
import { type Palette, tooltipStyle } from './use-chart.ts'

/** A stream of the picture: who of master `from` came back to `to`, or what became of them; `null` is nobody named. */
export interface FlowCell {
  from: string | null
  count: 'returned' | 'missed' | 'open'
  to?: string | null
}

interface Words {
  name: (staff: string | null) => string
  missed: string
  open: string
  number: (value: number) => string
}

const HUES = ['#6c4fd0', '#2f8f83', '#c4892b', '#b8527f', '#3f7ac2', '#7d8b3a', '#a25b3a', '#5d6b83']

interface Stream {
  source: string
  target: string
  value: number
  cell: FlowCell
}

interface Hovered {
  data: { source?: string; target?: string }
  name: string
  value: number
}

/** The picture as ECharts wants it. */
export function flowOption({ staff, rows }: Flows, palette: Palette, words: Words): EChartsCoreOption {
  const dark = palette.scheme === 'dark'
  const hueOf = new Map(staff.map((one, index) => [one, HUES[index % HUES.length]]))
  const links = rows
    .flatMap((row): Stream[] => {
      const from = row.staff
      const source = `from ${from}`
      return [
        ...row.to.map(({ staff: to, clients }) => ({
          source,
          target: `to ${to}`,
          value: clients,
          cell: { from, count: 'returned' as const, to },
        })),
        { source, target: 'missed', value: row.missed, cell: { from, count: 'missed' } },
        { source, target: 'open', value: row.open, cell: { from, count: 'open' } },
      ]
    })
    .filter(({ value }) => value > 0)
  const used = new Set(links.flatMap(({ source, target }) => [source, target]))
  const node = (id: string, label: string, color: string | undefined, depth: number) => ({
    name: id,
    depth,
    itemStyle: { color: color ?? '#9aa0ad' },
    label: { formatter: label, position: depth === 0 ? 'right' : 'left' },
  })
  const nodes = [
    ...rows.map((row) => node(`from ${row.staff}`, words.name(row.staff), hueOf.get(row.staff), 0)),
    ...staff.map((one) => node(`to ${one}`, words.name(one), hueOf.get(one), 1)),
    node('missed', words.missed, '#b9b3b0', 1),
    node('open', words.open, '#9aa0ad', 1),
  ].filter(({ name }) => used.has(name))
  const labels = new Map(nodes.map(({ name, label }) => [name, label.formatter]))
  const text = document.createElement('span')
  return {
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ data, name, value }: Hovered) => {
        const what =
          data.source && data.target ? `${labels.get(data.source)} → ${labels.get(data.target)}` : labels.get(name)
        text.textContent = `${what}: ${words.number(value)}`
        return text
      },
    },
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 4,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 12,
        draggable: false,
        layoutIterations: 0,
        label: { color: palette.ink, fontSize: 13, fontWeight: 500 },
        lineStyle: { color: 'source', opacity: dark ? 0.32 : 0.24, curveness: 0.5 },
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.55 } },
        data: nodes,
        links,
      },
    ],
  }
}
