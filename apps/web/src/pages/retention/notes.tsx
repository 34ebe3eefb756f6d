import { IconAlertCircle } from '@tabler/icons-react'
import type { Report } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './notes.module.css'
import { useRetention } from './use-retention.ts'

/** What could be misread in this report, in words. */
export function Notes({ report }: { report: Report }) {
  const { say, formats, periods } = useWords()
  const { search, choice, change } = useRetention()
  const days = choice.base.to - choice.base.from + 1
  const notes = choice.misread.map((text) => say('retention.notes.misread', { text }))
  if (report.mayNotBeNew) notes.push(say('retention.notes.mayNotBeNew'))
  if (choice.rule.kind === 'window' && choice.rule.days < days) {
    const window = say('common.days', { count: choice.rule.days })
    notes.push(say('retention.notes.shortWindow', { window, period: periods.name(choice.base) }))
  }
  if (notes.length === 0 && !search.asOf) return null
  return (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={note}>
          <IconAlertCircle size={17} aria-hidden />
          {note}
        </li>
      ))}
      {search.asOf && (
        <li>
          <IconAlertCircle size={17} aria-hidden />
          <span>
            {say('retention.notes.asOf', { date: formats.date(report.asOf) })}{' '}
            <button type="button" onClick={() => change({ asOf: undefined })}>
              {say('common.asOfNow')}
            </button>
          </span>
        </li>
      )}
    </ul>
  )
}
