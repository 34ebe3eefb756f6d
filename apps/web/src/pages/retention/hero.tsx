import type { Report } from '../../api/types.ts'
import { OutcomeBar } from '../../charts/outcome-bar.tsx'
import { Card } from '../../components/card.tsx'
import { Defined } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { Change } from './change.tsx'
import classes from './hero.module.css'
import { HeroRate } from './hero-rate.tsx'
import { NewClients } from './new-clients.tsx'
import { OtherToolsButton } from './other-tools-button.tsx'
import { useRetention } from './use-retention.ts'

/** The answer: the rate (or how many so far), whether its change means anything, and the clients as one bar. */
export function Hero({ report, stale }: { report: Report; stale: boolean }) {
  const { say, periods } = useWords()
  const { choice, change } = useRetention()
  return (
    <Card label={say('retention.cameBack')}>
      <div className={classes.hero} aria-busy={stale}>
        <div>
          <div className={classes.label}>
            <Defined of="rate">{say('retention.cameBack')}</Defined>
          </div>
          <HeroRate report={report} />
          {report.over && <Change previous={report.previous} />}
          <OtherToolsButton />
        </div>
        <div className={classes.middle}>
          <div className={classes.label}>
            <button
              type="button"
              className={classes.served}
              onClick={() => change({ people: 'served', of: undefined, new: undefined })}
            >
              {say('retention.fromAll', { count: report.total.served, base: periods.when(choice.base) })}
            </button>
          </div>
          <OutcomeBar
            counts={report.total}
            onOpen={(part) => change({ people: part, of: undefined, new: undefined })}
          />
        </div>
        <NewClients counts={report.total.new} />
      </div>
    </Card>
  )
}
