import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'

/** Forecasts as people read them: no digit that the forecast cannot vouch for, and nobody certain to be gone or to stay. */
export function useForecastFigures() {
  const { formats } = useWords()
  const { currency } = useWorkspace()
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
  const unit = 10 ** (digits ?? 2)
  return {
    /** 81 %, < 1 %, > 99 % */
    chance: (share: number) => {
      if (share < 0.01) return `< ${formats.percent(0.01)}`
      return share > 0.99 ? `> ${formats.percent(0.99)}` : formats.percent(share)
    },
    /** whole units of the currency */
    value: (minor: number) => formats.money(Math.round(minor / unit) * unit, currency),
    /** visits of one client: 11.8 */
    visits: (count: number) => formats.number(Math.round(count * 10) / 10),
  }
}
