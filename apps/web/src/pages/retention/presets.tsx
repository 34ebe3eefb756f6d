import { formatPeriod, shiftPeriod } from '@comeback/retention'
import { useText } from '../../i18n/index.ts'
import { lastClosed, periodOf, writeChoice } from './question.ts'
import classes from './question-bar.module.css'
import { useRetention } from './use-retention.ts'

/** Days within which salons usually ask for a return. */
export const WINDOWS = [30, 45, 60, 90]

/** Ready-made questions; the running month is among them, honest about having no rate yet. */
export function Presets() {
  const { say } = useText()
  const { choice, change } = useRetention()
  const { base, rule, isNext, asOf } = choice
  const running = shiftPeriod(periodOf('month', asOf), -1)
  const isRunning = isNext && formatPeriod(base) === formatPeriod(running)
  const monthFor = base.kind === 'month' && !isRunning ? base : lastClosed('month', asOf)
  const calendar = [
    { key: 'month', on: isNext && base.kind === 'month' && !isRunning, base: monthFor },
    { key: 'running', on: isRunning, base: running },
    { key: 'quarter', on: isNext && base.kind === 'quarter', base: lastClosed('quarter', asOf) },
  ] as const
  return (
    <fieldset className={classes.presets} aria-label={say('retention.presets')}>
      {calendar.map((preset) => (
        <button
          key={preset.key}
          type="button"
          className={classes.preset}
          aria-pressed={preset.on}
          onClick={() => change(writeChoice(preset.base, 'next'))}
        >
          {say(`retention.preset.${preset.key}`)}
        </button>
      ))}
      <span className={classes.windows}>
        {WINDOWS.map((days) => (
          <button
            key={days}
            type="button"
            className={classes.window}
            aria-pressed={rule.kind === 'window' && rule.days === days}
            aria-label={say('periods.within', { count: days })}
            onClick={() => change(writeChoice(base, { kind: 'window', days }))}
          >
            {days}
          </button>
        ))}
        <span className={classes.unit} aria-hidden>
          {say('retention.preset.days')}
        </span>
      </span>
    </fieldset>
  )
}
