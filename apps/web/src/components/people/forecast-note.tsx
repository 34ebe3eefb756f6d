import { IconInfoCircle, IconLoader2 } from '@tabler/icons-react'
import { Definition } from '../definition.tsx'
import classes from './forecast.module.css'
import { useForecast } from './use-forecast.ts'

/** A quiet line while the forecast is being computed, and why there is none when it is withheld. */
export function ForecastNote({ asOf }: { asOf?: string | undefined }) {
  const { state, reason } = useForecast(asOf)
  if (reason === null) return null
  return (
    <p className={classes.note} role="status">
      {state === 'pending' ? (
        <IconLoader2 size={15} className={classes.turning!} aria-hidden />
      ) : (
        <IconInfoCircle size={15} aria-hidden />
      )}
      <span>
        {reason}
        {state === 'modelMisses' && <Definition of="forecastCheck" />}
      </span>
    </p>
  )
}
