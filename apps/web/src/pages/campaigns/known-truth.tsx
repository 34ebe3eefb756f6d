import { useQuery } from '@tanstack/react-query'
import { knownEffectQuery } from '../../api/practice.ts'
import type { WinBackEffect } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import styles from './results.module.css'
import { becauseOf } from './verdict.tsx'

/** In a practice salon: what the campaign truly brought, beside what can be said without knowing it. */
export function KnownTruth({ id, effect }: { id: string; effect: Pick<WinBackEffect, 'incrementalVisits'> }) {
  const { say } = useText()
  const known = useQuery(knownEffectQuery(id))
  if (!known.data) return null
  const count = known.data.because
  const said = becauseOf(effect)
  const isInside = said && said.low <= count && count <= said.high
  return (
    <div className={styles.verdict}>
      <p data-known>
        {say('practice.truth', { count })} {said && say(isInside ? 'practice.inside' : 'practice.outside')}
      </p>
    </div>
  )
}
