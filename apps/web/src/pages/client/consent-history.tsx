import type { Consents } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './consents.module.css'

/** Everything the client said, the newest first. */
export function ConsentHistory({ history }: { history: Consents['history'] }) {
  const { say, formats } = useWords()
  if (history.length === 0) return null
  return (
    <details className={classes.history}>
      <summary>{say('privacy.history', { count: history.length })}</summary>
      <ul>
        {history.map(({ at, channel, purpose, granted, source, who, importId }) => (
          <li key={`${at} ${channel} ${purpose}`}>
            <time dateTime={at}>{formats.moment(at)}</time>
            <span>
              {say(granted ? 'privacy.record.granted' : 'privacy.record.withdrawn')}:{' '}
              {say(`privacy.purpose.${purpose}`)}, {say(`privacy.channels.${channel}`)}
              <small>
                {[say(`privacy.source.${source}`), who, importId && say('audit.import', { id: importId })]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
