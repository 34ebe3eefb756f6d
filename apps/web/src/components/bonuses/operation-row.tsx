import { canGiveBonuses } from '@comeback/server/permissions'
import type { ReactNode } from 'react'
import type { BonusOperation } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './bonuses.module.css'
import { UndoButton } from './undo-button.tsx'

/** One operation: when, what, why and by whom, and how many bonuses it moved. */
export function OperationRow({ operation, who }: { operation: BonusOperation; who?: ReactNode }) {
  const { say, formats } = useWords()
  const { currency, practiceDay, timeZone } = useWorkspace()
  const may = useMay()
  const { at, day, kind, change, reason, expiresOn, billMinor, undoable } = operation
  const by = operation.who
  const name = by.kind === 'system' || by.kind === 'commandLine' ? say(`bonuses.${by.kind}`) : by.name
  const facts = [
    reason,
    billMinor !== null && say('bonuses.bill', { money: formats.money(billMinor, currency) }),
    expiresOn !== null && say('bonuses.until', { date: formats.shortDate(expiresOn) }),
    name,
  ].filter(Boolean)
  return (
    <li className={classes.operation}>
      <time dateTime={practiceDay ? day : at}>
        {practiceDay ? formats.shortDate(day) : formats.momentIn(at, timeZone)}
      </time>
      <div className={classes.what}>
        {who}
        <span>{say(`bonuses.kind.${kind}`)}</span>
        <small>{facts.join(' · ')}</small>
      </div>
      <b className={classes.change} data-more={change > 0 || undefined}>
        {change > 0 ? '+' : '\u2212'}
        {formats.number(Math.abs(change))}
      </b>
      <div className={classes.undo}>{undoable > 0 && may(canGiveBonuses) && <UndoButton operation={operation} />}</div>
    </li>
  )
}
