import { useComputedColorScheme } from '@mantine/core'
import { type ECharts, type EChartsCoreOption, init } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { usePrinting } from '../components/use-printing.ts'

/** The page's colours for a canvas, which cannot read the style sheet. */
export interface Palette {
  scheme: 'light' | 'dark'
  ink: string
  quiet: string
  line: string
  surface: string
}

const PALETTES: Record<Palette['scheme'], Palette> = {
  light: { scheme: 'light', ink: '#2a2f3a', quiet: '#646b7a', line: '#e6e7ec', surface: '#ffffff' },
  dark: { scheme: 'dark', ink: '#d9dae2', quiet: '#969ba9', line: '#33333e', surface: '#1c1c23' },
}

const FONT = 'Inter Variable, Inter, sans-serif'

export const tooltipStyle = ({ surface, line, ink }: Palette) => ({
  confine: true,
  backgroundColor: surface,
  borderColor: line,
  padding: [9, 12],
  textStyle: { color: ink, fontSize: 13, fontFamily: FONT },
  extraCssText: 'border-radius: 10px; white-space: normal; max-width: 320px; line-height: 1.5',
})

/**
 * A box with a chart in it, drawn anew when `build` or the colours change; on paper it is always the light one.
 * `onDrawn` is told of each new chart. Keep both functions while nothing changes.
 */
export function useChart(build: (palette: Palette) => EChartsCoreOption, onDrawn?: (chart: ECharts) => void) {
  const scheme = useComputedColorScheme('light')
  const printing = usePrinting()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current)
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: FONT },
      ...build(PALETTES[printing ? 'light' : scheme]),
    })
    onDrawn?.(chart)
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(box.current)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [build, onDrawn, scheme, printing])
  return box
}
