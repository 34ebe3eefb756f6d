import type { AuditEvent } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './audit.module.css'
import { useDetailTexts } from './detail-texts.ts'
import { SubjectLink } from './subject-link.tsx'

/** One action: when, who, what, and what changed. */
export function EventRow({ event }: { event: AuditEvent }) {
  const { say, formats } = useWords()
  const details = useDetailTexts()(event)
  const { who, at } = event
  const name = who.kind === 'commandLine' || who.kind === 'system' ? say(`audit.${who.kind}`) : who.name
  return (
    <li className={classes.event}>
      <time dateTime={at}>{formats.moment(at)}</time>
      <b className={classes.who}>{name}</b>
      <div className={classes.what}>
        <span>{say(`audit.action.${event.action}`)}</span> <SubjectLink subject={event.subject} />
        {details.length > 0 && <small>{details.join(' · ')}</small>}
      </div>
    </li>
  )
}
