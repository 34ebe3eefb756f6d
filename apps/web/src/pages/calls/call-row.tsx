import { Badge, Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Call } from '../../api/types.ts'
import { PhoneLink } from '../../components/people/phone-link.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './calls.module.css'
import { UndoButton } from './undo-button.tsx'
import { useCallWords } from './use-call-words.ts'

interface Props {
  call: Call
  today: string
  /** `null` for who may only look */
  onWork: (() => void) | null
}

/** Who is to be called, why, when they were last here, and what came of it before. */
export function CallRow({ call, today, onWork }: Props) {
  const { say, formats } = useWords()
  const { nameOf, wishOf, whyOf, lastOf } = useCallWords()
  const { clientId, phone, source, state, outcome, dueOn, tries, note, takenBy, takenByMe, changedBy, changedAt } = call
  const name = nameOf(call)
  const wish = wishOf(call)
  const isOpen = state === 'open'
  return (
    <article className={classes.row} data-taken={(takenBy !== null && !takenByMe) || undefined}>
      <div className={classes.who}>
        <b>
          {clientId === null ? (
            name
          ) : (
            <Link to="/clients/$id" params={{ id: String(clientId) }}>
              {name}
            </Link>
          )}
        </b>
        {phone ? <PhoneLink phone={phone} /> : <small>{say('calls.noPhone')}</small>}
      </div>
      <div className={classes.why}>
        <span>
          {source === 'request' && (
            <Badge variant="light" size="sm" mr={6}>
              {say('calls.request')}
            </Badge>
          )}
          {wish ?? whyOf(call)}
        </span>
        {call.wish?.comment && <span className={classes.comment}>«{call.wish.comment}»</span>}
        <small>{lastOf(call)}</small>
      </div>
      <div className={classes.state}>
        {takenBy !== null && (
          <span className={classes.taken}>
            {takenByMe ? say('calls.takenByMe') : say('calls.taken', { name: takenBy || say('calls.somebody') })}
          </span>
        )}
        {outcome && (
          <span>
            <b>{say(`calls.outcome.${outcome}`)}</b>
            {isOpen && tries > 0 && ` · ${say('calls.tries', { count: tries })}`}
          </span>
        )}
        {isOpen && dueOn > today && <span>{say('calls.nextOn', { date: formats.shortDate(dueOn) })}</span>}
        {note && <span className={classes.note}>{note}</span>}
        {outcome && <small>{[changedBy, formats.moment(changedAt)].filter(Boolean).join(', ')}</small>}
      </div>
      {isOpen && phone && (
        <a
          href={`tel:${phone}`}
          className={classes.callButton}
          data-print="no"
          aria-label={say('calls.call', { name, phone })}
          onClick={onWork ?? undefined}
        >
          <IconPhone size={22} stroke={1.8} aria-hidden />
        </a>
      )}
      <div className={classes.actions} data-print="no">
        {isOpen && onWork && (
          <Button variant="default" size="sm" onClick={onWork} aria-label={`${say('calls.work')}: ${name}`}>
            {say('calls.work')}
          </Button>
        )}
        {!isOpen && onWork && call.canUndo && <UndoButton id={call.id} />}
      </div>
    </article>
  )
}
