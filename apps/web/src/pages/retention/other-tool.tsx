import { parseDay } from '@comeback/retention'
import type { ToolNumber } from '../../api/types.ts'
import { IntervalLine } from '../../charts/interval-line.tsx'
import { asCalendar, useWords } from '../../i18n/period-words.ts'
import classes from './other-tools.module.css'

/** As the tools write their own names. */
const NAMES: Record<ToolNumber['preset'], string> = {
  dikidi: 'DIKIDI',
  altegio: 'Altegio',
  kpibi: 'KPI.bi',
  zenoti: 'Zenoti',
  boulevard: 'Boulevard',
  salonbiz: 'SalonBiz',
  mytime: 'MyTime',
  square: 'Square',
}

/** One tool: its number beside ours, the rule it comes from, and why it differs. */
export function OtherTool({ tool }: { tool: ToolNumber }) {
  const { say, formats, periods } = useWords()
  const { preset, rule, rate, ours, reason, open, numerator, denominator } = tool
  const when = ({ from, to }: ToolNumber['rule']['base']) =>
    periods.when(asCalendar({ from: parseDay(from)!, to: parseDay(to)! }))
  const values = {
    base: when(rule.base),
    back: rule.back ? when(rule.back) : '',
    days: rule.days === null ? '' : say('common.days', { count: rule.days }),
    within: rule.days === null ? '' : say('periods.within', { count: rule.days }),
  }
  const points = rate === null || ours === null ? null : formats.points(rate - ours)
  return (
    <li className={classes.tool}>
      <div className={classes.head}>
        <h3>{NAMES[preset]}</h3>
        {rate !== null && (
          <>
            <small>
              {points !== null &&
                (points === '0'
                  ? say('tools.same')
                  : say('tools.difference', { points: say('retention.points', { value: points }) }))}
            </small>
            <b className={classes.rate}>{formats.percent(rate)}</b>
          </>
        )}
      </div>
      {rate === null ? (
        reason && <p>{say(`tools.reasons.${reason === 'noPhones' ? 'noPhones' : 'noClients'}`)}</p>
      ) : (
        <>
          <IntervalLine rate={rate} low={rate} high={rate} salon={ours} tone="plain" />
          <p className={classes.counts}>
            {say('tools.of', { part: formats.number(numerator), whole: formats.number(denominator) })}
          </p>
        </>
      )}
      <p>{say(`tools.presets.${preset}.rule`, values)}</p>
      <p className={classes.why}>{say(`tools.presets.${preset}.why`)}</p>
      {open > 0 && <p className={classes.open}>{say('tools.open', { count: open })}</p>}
    </li>
  )
}
