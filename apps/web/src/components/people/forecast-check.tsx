import type { Lifetime } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { useForecast } from './use-forecast.ts'

export type HoldOut = Extract<NonNullable<Lifetime['holdOut']>, { predicted: number }>

/** The check on the salon's own past, if it was possible. */
export function holdOutOf(lifetime: Lifetime | undefined): HoldOut | null {
  const check = lifetime?.holdOut
  return check && !('reason' in check) ? check : null
}

/** "Predicted 752 visits in the last 90 days, 661 happened", or that it is not checked, or why there is no forecast. */
export function ForecastCheck() {
  const { lifetime, reason } = useForecast()
  if (reason !== null) return reason
  return lifetime ? <CheckSentence check={holdOutOf(lifetime)} /> : null
}

/** The check in words; null: there was too little history for one. */
export function CheckSentence({ check }: { check: HoldOut | null }) {
  const { say, formats } = useWords()
  if (!check) return say('forecast.unchecked')
  return say('forecast.checked', {
    predicted: say('common.visits', { count: Math.round(check.predicted) }),
    happened: formats.number(check.happened),
  })
}
