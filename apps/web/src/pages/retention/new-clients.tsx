import type { Counts } from '../../api/types.ts'
import { Defined } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './hero.module.css'
import { isTooFew } from './too-few.ts'
import { useRetention } from './use-retention.ts'

/** The tile of those whose first-ever visit fell into the period: salons lose most of them there. */
export function NewClients({ counts }: { counts: Counts }) {
  const { say, formats } = useWords()
  const { change } = useRetention()
  const words = { returned: formats.number(counts.returned), served: formats.number(counts.served) }
  return (
    <div className={classes.tile}>
      <div className={classes.label}>
        <Defined of="newness">{say('retention.newClients')}</Defined>
      </div>
      {counts.served === 0 ? (
        <p className={classes.text}>{say('retention.newNone')}</p>
      ) : (
        <>
          {counts.rate !== null && (
            <div className={classes.second} data-few={isTooFew(counts) || undefined}>
              {formats.percent(counts.rate)}
            </div>
          )}
          <button
            type="button"
            className={classes.served}
            onClick={() => change({ people: 'served', of: undefined, new: true })}
          >
            {say('retention.newReturned', words)}
          </button>
          {isTooFew(counts) && <p className={classes.text}>{say('retention.tooFew')}</p>}
        </>
      )}
    </div>
  )
}
