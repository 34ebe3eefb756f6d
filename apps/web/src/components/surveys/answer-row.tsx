import { bandOf } from '@comeback/retention'
import { canSeeCampaigns } from '@comeback/server/permissions'
import { Link } from '@tanstack/react-router'
import type { SurveyAnswer } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './surveys.module.css'

interface Props {
  answer: SurveyAnswer
  /** who answered; not said where everything is of one client */
  withName: boolean
}

/** A score and what the client said to it, when, and which message asked. */
export function AnswerRow({ answer: { clientId, name, score, comment, at, campaign }, withName }: Props) {
  const { say, formats } = useWords()
  const { timeZone } = useWorkspace()
  return (
    <li className={classes.answer}>
      <span className={classes.score} data-band={bandOf(score)} title={say('surveys.scoreOf', { score })}>
        {score}
      </span>
      <div className={classes.head}>
        {withName && (
          <b>
            <Link to="/clients/$id" params={{ id: String(clientId) }}>
              {name || `№ ${clientId}`}
            </Link>
          </b>
        )}
        <small>
          <time dateTime={at}>{formats.momentIn(at, timeZone)}</time>
          {campaign && (
            <>
              {' · '}
              <Asker campaign={campaign} />
            </>
          )}
        </small>
      </div>
      {comment && <p className={classes.comment}>{comment}</p>}
    </li>
  )
}

function Asker({ campaign: { id, name, automationId } }: { campaign: NonNullable<SurveyAnswer['campaign']> }) {
  const may = useMay()
  if (!may(canSeeCampaigns)) return name
  return automationId === null ? (
    <Link to="/campaigns/$id" params={{ id }}>
      {name}
    </Link>
  ) : (
    <Link to="/automations/$id" params={{ id: automationId }}>
      {name}
    </Link>
  )
}
