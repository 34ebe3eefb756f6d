import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useCallback } from 'react'
import classes from './month-chart.module.css'
import { monthCss } from './month-colours.ts'
import { type MonthPicture, monthOption } from './month-option.ts'
import { type Palette, useChart } from './use-chart.ts'

use([BarChart, LineChart, GridComponent, MarkAreaComponent, TooltipComponent, CanvasRenderer])

interface Props extends MonthPicture {
  /** said by screen readers; the numbers are in the table */
  title: string
  onMonth: (index: number) => void
}

/** Series by month, as stacked columns or lines; a click opens its month. */
export function MonthChart({ title, onMonth, months, series, format, limit, reference, unfinished }: Props) {
  const build = useCallback(
    (palette: Palette) => monthOption({ months, series, format, limit, reference, unfinished }, palette),
    [months, series, format, limit, reference, unfinished],
  )
  const listen = useCallback(
    (chart: ECharts) => {
      chart.getZr().on('click', ({ offsetX, offsetY }) => {
        if (!chart.containPixel('grid', [offsetX, offsetY])) return
        onMonth(Math.round(Number(chart.convertFromPixel({ xAxisIndex: 0 }, offsetX))))
      })
    },
    [onMonth],
  )
  const box = useChart(build, listen)
  const legend = [
    ...(series.length > 1 || reference ? series : []),
    ...(reference ? [{ name: reference.label, kind: 'area', colour: 'reference' } as const] : []),
    ...(unfinished ? [{ name: unfinished.label, kind: 'area', colour: 'unfinished' } as const] : []),
  ]
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend} aria-hidden>
        {legend.map(({ name, kind, colour }) => (
          <span key={name}>
            <i data-kind={kind} style={{ background: monthCss(colour) }} /> {name}
          </span>
        ))}
      </figcaption>
      <div ref={box} className={classes.picture} role="img" aria-label={title} />
    </figure>
  )
}
