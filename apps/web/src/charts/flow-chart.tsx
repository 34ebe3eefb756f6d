import { SankeyChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { type ECharts, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useCallback } from 'react'
import type { Flows } from '../api/types.ts'
import { useWords } from '../i18n/period-words.ts'
import { type FlowCell, flowOption } from './flow-option.ts'
import { type Palette, useChart } from './use-chart.ts'

use([SankeyChart, TooltipComponent, CanvasRenderer])

interface Props {
  flows: Flows
  onOpen: (cell: FlowCell) => void
}

/** Masters of the last visit in the period on the left, of the next visit on the right; those not back flow to grey. */
export function FlowChart({ flows, onOpen }: Props) {
  const { say, formats } = useWords()
  const build = useCallback(
    (palette: Palette) =>
      flowOption(flows, palette, {
        name: (staff) => staff || say('retention.table.nameless.staff'),
        missed: say('retention.flows.missedNode'),
        open: say('retention.flows.openNode'),
        number: formats.number,
      }),
    [flows, say, formats],
  )
  const listen = useCallback(
    (chart: ECharts) => {
      chart.on('click', ({ data }) => {
        const { cell } = data as { cell?: FlowCell }
        if (cell) onOpen(cell)
      })
    },
    [onOpen],
  )
  const box = useChart(build, listen)
  const height = Math.max(300, flows.rows.length * 58)
  return <div ref={box} style={{ height }} role="img" aria-label={say('retention.flows.picture')} />
}
