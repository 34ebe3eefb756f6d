import type { Lifetime } from '../../api/types.ts'
import { holdOutOf } from '../../components/people/forecast-check.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './forecast-panel.module.css'

const NAMES = { bgnbd: 'BG/NBD', mbgcnbd: 'MBG/CNBD-k' }

/** The model by name and number, for whoever wants to compute it again. */
export function AnalystPart({ lifetime }: { lifetime: Lifetime }) {
  const { say, language, formats } = useWords()
  const { model } = lifetime
  if (!model || 'reason' in model) return null
  const exact = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 4 }).replace('-', '\u2212')
  const list = (values: Record<string, number>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} = ${exact(value)}`)
      .join('; ')
  const { k, r, alpha, a, b, p, q, gamma } = model
  const check = holdOutOf(lifetime)
  return (
    <details className={classes.analyst}>
      <summary>{say('forecast.analyst')}</summary>
      <dl>
        <dt>{say('forecast.model')}</dt>
        <dd>
          {NAMES[model.kind]}: {list({ k, r, α: alpha, a, b })}
        </dd>
        <dt>{say('forecast.logLikelihood')}</dt>
        <dd>{exact(model.logLikelihood)}</dd>
        {p !== null && q !== null && gamma !== null && (
          <>
            <dt>{say('forecast.tickets')}</dt>
            <dd>Gamma–Gamma: {list({ p, q, γ: gamma })}</dd>
          </>
        )}
        {check && (
          <>
            <dt>{say('forecast.period')}</dt>
            <dd>
              {formats.dates(check.from, check.to)}, {say('forecast.known', { count: check.clients })}
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}
