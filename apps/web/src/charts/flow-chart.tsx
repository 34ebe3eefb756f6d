import { useComputedColorScheme } from '@mantine/core'
import { SankeyChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Flows } from '../api/types.ts'
import { useWords } from '../i18n/period-words.ts'

use([SankeyChart, TooltipComponent, CanvasRenderer])

const HUES = ['#6c4fd0', '#2f8f83', '#c4892b', '#b8527f', '#3f7ac2', '#7d8b3a', '#a25b3a', '#5d6b83']

/** Masters of the last visit in the period on the left, of the next visit on the right; those not back flow to grey. */
export function FlowChart({ flows }: { flows: Flows }) {
  const { say, formats } = useWords()
  const scheme = useComputedColorScheme('light')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current)
    const ink = scheme === 'dark' ? '#d9dae2' : '#2a2f3a'
    const name = (staff: string | null) => staff || say('retention.table.nameless.staff')
    const hueOf = new Map(flows.staff.map((staff, index) => [staff, HUES[index % HUES.length]]))
    const links = flows.rows.flatMap((row) => [
      ...row.to.map((to) => ({ source: `from ${row.staff}`, target: `to ${to.staff}`, value: to.clients })),
      { source: `from ${row.staff}`, target: 'missed', value: row.missed },
      { source: `from ${row.staff}`, target: 'open', value: row.open },
    ])
    const real = links.filter((link) => link.value > 0)
    const used = new Set(real.flatMap((link) => [link.source, link.target]))
    const node = (id: string, label: string, color: string | undefined, depth: number) => ({
      name: id,
      depth,
      itemStyle: { color: color ?? '#9aa0ad' },
      label: { formatter: label, position: depth === 0 ? ('right' as const) : ('left' as const) },
    })
    const nodes = [
      ...flows.rows.map((row) => node(`from ${row.staff}`, name(row.staff), hueOf.get(row.staff), 0)),
      ...flows.staff.map((staff) => node(`to ${staff}`, name(staff), hueOf.get(staff), 1)),
      node('missed', say('retention.flows.missedNode'), '#b9b3b0', 1),
      node('open', say('retention.flows.openNode'), '#9aa0ad', 1),
    ].filter((one) => used.has(one.name))
    const labels = new Map(nodes.map((one) => [one.name, one.label.formatter]))
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'Inter Variable, Inter, sans-serif' },
      tooltip: {
        confine: true,
        formatter: (item: {
          data: { source?: string; target?: string; value?: number }
          name: string
          value: number
        }) =>
          item.data.source && item.data.target
            ? `${labels.get(item.data.source)} → ${labels.get(item.data.target)}: ${formats.number(item.value)}`
            : `${labels.get(item.name)}: ${formats.number(item.value)}`,
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
          label: { color: ink, fontSize: 13, fontWeight: 500 },
          lineStyle: { color: 'source', opacity: scheme === 'dark' ? 0.32 : 0.24, curveness: 0.5 },
          emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.55 } },
          data: nodes,
          links: real,
        },
      ],
    })
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(box.current)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [flows, scheme, say, formats])
  const height = Math.max(300, flows.rows.length * 58)
  return <div ref={box} style={{ height }} role="img" aria-label={say('retention.flows.picture')} />
}
