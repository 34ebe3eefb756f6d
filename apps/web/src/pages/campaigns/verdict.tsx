import type { CampaignResults, WinBackEffect } from '../../api/types.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Say } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './results.module.css'

export const USUAL_P = 0.05

/** The answer in sentences: who came, who would have come anyway, how sure that is. */
export function Verdict({ results }: { results: CampaignResults }) {
  const { say, formats } = useWords()
  const { effect, verdict, launchedOn, closesOn, knownUntil } = results
  const notes = {
    early: null,
    open: say('campaigns.results.open', { date: formats.date(closesOn), known: formats.date(knownUntil) }),
    small: say('campaigns.results.small'),
    noHoldout: say('campaigns.results.noHoldout'),
    ready: null,
  }
  const because = becauseOf(effect)
  if (knownUntil <= launchedOn && effect.contacted.clients > 0) {
    const people = say('campaigns.people', { count: effect.contacted.clients })
    return (
      <div className={classes.verdict}>
        <p data-quiet>{say('campaigns.results.notYet', { people, date: formats.date(closesOn) })}</p>
      </div>
    )
  }
  if (verdict === 'early') {
    return (
      <div className={classes.verdict}>
        <p data-quiet>
          {say('campaigns.results.early', { known: formats.date(knownUntil), date: formats.date(closesOn) })}
        </p>
      </div>
    )
  }
  return (
    <div className={classes.verdict}>
      <p>{sentenceOf(effect, say, formats)}</p>
      {because && verdict !== 'noHoldout' && (
        <p data-quiet>
          {say('campaigns.results.because', {
            count: formats.number(because.expected),
            low: formats.number(because.low),
            high: formats.number(because.high),
          })}{' '}
          {effect.p !== null &&
            say(effect.p < USUAL_P ? 'campaigns.results.sure' : 'campaigns.results.chance', {
              p: formats.decimal(effect.p, 3),
            })}
        </p>
      )}
      {notes[verdict] && <p data-note>{notes[verdict]}</p>}
    </div>
  )
}

export function sentenceOf({ contacted, holdout }: WinBackEffect, say: Say, formats: Formats): string {
  if (contacted.clients === 0) return say('campaigns.results.sentenceEmpty')
  const came = { visited: formats.number(contacted.visited), clients: formats.number(contacted.clients) }
  if (holdout.share === null) return say('campaigns.results.sentenceAlone', came)
  const alone = formats.number(Math.round(holdout.share * contacted.clients))
  return say('campaigns.results.sentence', { ...came, alone })
}

/** Clients because of it, whole ones; `null` where there is nobody to compare with. */
export function becauseOf({ incrementalVisits }: Pick<WinBackEffect, 'incrementalVisits'>) {
  if (!incrementalVisits) return null
  const { expected, low, high } = incrementalVisits
  return { expected: Math.round(expected), low: Math.round(low), high: Math.round(high) }
}
