import { useMemo } from 'react'
import type { Curve, CurveGroup, CurveGrouping } from '../../api/types.ts'
import { AtRisk } from '../../charts/at-risk.tsx'
import { type CurveLine, ReturnCurveChart } from '../../charts/return-curve-chart.tsx'
import { seriesCss } from '../../charts/series-colours.ts'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './curve.module.css'
import { axisDays, axisEnd, curveAt } from './curve-values.ts'
import { useCurveWords } from './curve-words.ts'
import { useRetention } from './use-retention.ts'

interface Props {
  by: CurveGrouping
  curve: Curve
  drawn: CurveGroup[]
  colours: ReadonlyMap<string | null, number>
}

/** Legend with the medians, the curves, and under them how many clients they rest on. */
export function CurvePicture({ by, curve, drawn, colours }: Props) {
  const { say, formats, language } = useWords()
  const { search } = useRetention()
  const phone = useIsPhone()
  const words = useCurveWords(by)
  const { exactUpTo } = curve
  const end = axisEnd(drawn, search.days)
  const ticks = axisDays(end, phone ? 5 : 8)
  const colourOf = (group: CurveGroup) => colours.get(group.key) ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language, the rest the answer
  const picture = useMemo(() => {
    const lines = drawn.map((group): CurveLine => {
      const days: CurveLine['days'] = []
      for (let day = 0; day <= end; day++) {
        const value = curveAt(group, day)
        if (!value) break
        days.push({ returned: value.returned, low: value.low ?? value.returned, high: value.high ?? value.returned })
      }
      return { name: words.nameOf(group.key), colour: colourOf(group), days }
    })
    const hover = (day: number) => {
      const sentences = drawn.map((group) => words.valueText(curveAt(group, day)))
      const only = drawn.length === 1 ? drawn[0] : undefined
      if (only) sentences.push(words.medianText(only))
      return { title: say('curve.after', { count: day }), sentences }
    }
    const axis = say('curve.dayAxis')
    return { lines, words: { percent: formats.percent, axis, exact: say('curve.exact', { days: exactUpTo }), hover } }
  }, [drawn, colours, end, exactUpTo, language])
  const summary = drawn.map((group) => `${words.nameOf(group.key)}: ${words.medianText(group)}`).join('. ')
  return (
    <>
      {drawn.length > 1 && (
        <ul className={classes.legend}>
          {drawn.map((group) => (
            <li key={group.key}>
              <i style={{ background: seriesCss(colourOf(group)) }} />
              <b>{words.nameOf(group.key)}</b>
              <span>{words.medianShort(group)}</span>
            </li>
          ))}
        </ul>
      )}
      <ReturnCurveChart
        {...picture}
        end={end}
        step={(ticks[1] ?? end) - (ticks[0] ?? 0) || 1}
        exactUpTo={exactUpTo}
        label={say('curve.picture', { summary })}
      />
      <AtRisk
        days={ticks}
        end={end}
        rows={drawn.map((group) => ({
          name: words.nameOf(group.key),
          colour: colourOf(group),
          counts: ticks.map((day) => {
            const value = curveAt(group, day)
            return value && formats.number(value.atRisk)
          }),
        }))}
      />
      <p className={classes.note}>
        {say('curve.band')}{' '}
        {exactUpTo === 0 ? say('curve.exactNone') : exactUpTo < end && say('curve.exactText', { day: exactUpTo })}
      </p>
    </>
  )
}
