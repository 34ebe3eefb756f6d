import { canSeeSalon } from '@comeback/server/permissions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lifetimeQuery } from '../../api/queries.ts'
import type { ForecastState, Lifetime } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWords } from '../../i18n/period-words.ts'

export interface Forecast {
  /** undefined until the server has said, and for ever where it is not asked: a master sees no forecast */
  state: ForecastState | undefined
  lifetime: Lifetime | undefined
  /** lists begin with the highest value: there are amounts, and they did not come to a list that was on screen already */
  ordersLists: boolean
  /** will not come: lists do without its columns */
  withheld: boolean
  /** why there is no forecast (yet), as a sentence; null when there is */
  reason: string | null
}

/** Whether the salon has a forecast of its clients on a day (today, without one), asked again until it is fitted. */
export function useForecast(asOf?: string): Forecast {
  const { say, formats } = useWords()
  const may = useMay()
  // the salon's forecast is money, which a master does not see: their lists do without
  const isShown = may(canSeeSalon)
  const { data: lifetime, isError } = useQuery({ ...lifetimeQuery(asOf), enabled: isShown })
  const state = lifetime?.forecast ?? (isError ? 'failed' : undefined)
  const [waited, setWaited] = useState(false)
  if (state === 'pending' && !waited) setWaited(true)
  return {
    state,
    lifetime,
    ordersLists: typeof lifetime?.totals?.value12m === 'number' && !waited,
    withheld: !isShown || (state !== undefined && state !== 'ready' && state !== 'pending'),
    reason: reason(),
  }

  function reason(): string | null {
    if (state === undefined || state === 'ready') return null
    if (state === 'pending') return say('forecast.pending')
    const check = lifetime?.holdOut
    if (state !== 'modelMisses' || !check || 'reason' in check) return say(`forecast.withheld.${state}`)
    return say('forecast.misses', {
      predicted: say('common.visits', { count: Math.round(check.predicted) }),
      happened: formats.number(check.happened),
    })
  }
}
