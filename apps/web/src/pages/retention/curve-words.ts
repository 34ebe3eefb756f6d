import type { CurveGroup, CurveGrouping } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import type { CurveValue } from './curve-values.ts'

/** The sentences of the return curve. */
export function useCurveWords(by: CurveGrouping) {
  const { say, formats } = useWords()
  const nameOf = (key: string | null): string => {
    if (by === 'all') return say('curve.everyone')
    if (by === 'firstMonth') return key === null ? '—' : formats.month(`${key}-01`)
    if (by === 'newness') return say(key === 'new' ? 'retention.newness.new' : 'retention.newness.returning')
    return key || say(`retention.table.nameless.${by}`)
  }
  /** "42 % (38–46 %) are back, 120 still awaited" */
  const valueText = (value: CurveValue | null): string => {
    if (!value) return say('curve.unknownYet')
    const share = formats.percent(value.returned)
    const { low, high } = value
    const back =
      low === null || high === null
        ? say('curve.back', { share })
        : say('curve.backWithin', { share, interval: formats.percents(low, high) })
    return `${back}, ${say('curve.watched', { count: value.atRisk })}`
  }
  const medianText = ({ median }: Pick<CurveGroup, 'median'>): string =>
    median === null ? say('curve.halfNever') : say('curve.half', { count: median })
  /** for the legend, where the words repeat */
  const medianShort = ({ median }: Pick<CurveGroup, 'median'>): string =>
    median === null
      ? say('curve.table.notHalf')
      : say('curve.halfShort', { days: say('common.days', { count: median }) })
  return { nameOf, valueText, medianText, medianShort }
}

/** "p = 0.003", "p < 0.001" */
export function usePText(): (p: number) => string {
  const { say, formats } = useWords()
  return (p) =>
    p < 0.001
      ? say('curve.pBelow', { p: formats.decimal(0.001, 3) })
      : say('curve.p', { p: formats.decimal(p, p < 0.01 ? 3 : 2) })
}
