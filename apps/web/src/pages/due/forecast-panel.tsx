import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Card } from '../../components/card.tsx'
import { Defined, Definition, type Term } from '../../components/definition.tsx'
import { CheckSentence, type HoldOut, holdOutOf } from '../../components/people/forecast-check.tsx'
import { useForecastFigures } from '../../components/people/forecast-figures.ts'
import { useForecast } from '../../components/people/use-forecast.ts'
import { useWords } from '../../i18n/period-words.ts'
import { AnalystPart } from './analyst-part.tsx'
import classes from './forecast-panel.module.css'

/** Off by less than this share is as good as right. */
const CLOSE = 0.05

/** How well the forecast foretold the salon's own last months, and what it expects of all clients. */
export function ForecastPanel() {
  const { say, formats } = useWords()
  const figures = useForecastFigures()
  const { state, lifetime } = useForecast()
  const check = holdOutOf(lifetime)
  if (!lifetime || (state !== 'ready' && !check)) return null
  const { totals } = lifetime
  const about = (count: number) => say('forecast.about', { number: formats.number(Math.round(count)) })
  return (
    <Card flush label={say('forecast.title')}>
      <details className={classes.panel} data-print="no">
        <summary>
          <b className={classes.name}>{say('forecast.title')}</b>
          <span>
            <CheckSentence check={check} />
          </span>
          <IconChevronDown size={17} aria-hidden className={classes.arrow!} />
        </summary>
        <div className={classes.inside}>
          {check && <Bars check={check} />}
          {totals && (
            <dl className={classes.totals}>
              <Total label={say('forecast.everyone')}>{formats.number(totals.clients)}</Total>
              <Total label={say('forecast.stillClients')} term="stillClients">
                {about(totals.alive)}
              </Total>
              <Total label={say('forecast.visits')} term="expectedVisits12m" under={say('forecast.inYear')}>
                {about(totals.expectedVisits12m)}
              </Total>
              {totals.value12m !== null && (
                <Total label={say('forecast.value')} term="revenue12m" under={say('forecast.inYear')}>
                  {figures.value(totals.value12m)}
                </Total>
              )}
            </dl>
          )}
          {totals && totals.value12m === null && <p className={classes.text}>{say('forecast.noPrices')}</p>}
          <AnalystPart lifetime={lifetime} />
        </div>
      </details>
    </Card>
  )
}

function Bars({ check }: { check: HoldOut }) {
  const { say, formats } = useWords()
  const { predicted, happened } = check
  const off = happened === 0 ? 0 : predicted / happened - 1
  const most = Math.max(predicted, happened, 1)
  const verdict = Math.abs(off) < CLOSE ? 'close' : off > 0 ? 'high' : 'low'
  const bar = (which: 'predicted' | 'happened', count: number) => (
    <div className={classes.bar} data-which={which}>
      <dt>{say(`forecast.${which}`)}</dt>
      <dd>
        <span>
          <i style={{ width: `${(count / most) * 100}%` }} />
        </span>
        <b>{formats.number(Math.round(count))}</b>
      </dd>
    </div>
  )
  return (
    <div>
      <dl className={classes.bars}>
        {bar('predicted', predicted)}
        {bar('happened', happened)}
      </dl>
      <p className={classes.text}>
        {happened > 0 && say(`forecast.${verdict}`, { share: formats.percent(Math.abs(off)) })}
        <Definition of="forecastCheck" />
      </p>
    </div>
  )
}

interface TotalProps {
  label: string
  term?: Term
  under?: string
  children: ReactNode
}

function Total({ label, term, under, children }: TotalProps) {
  return (
    <div>
      <dt>
        <Defined of={term}>{label}</Defined>
      </dt>
      <dd>
        {children}
        {under && <small>{under}</small>}
      </dd>
    </div>
  )
}
