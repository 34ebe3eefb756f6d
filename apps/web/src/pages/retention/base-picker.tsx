import { type Period, shiftPeriod } from '@comeback/retention'
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { PeriodChoice } from './period-choice.tsx'
import { writeChoice } from './question.ts'
import classes from './question-bar.module.css'
import { useRetention } from './use-retention.ts'

/** Which period the clients were here in. A step aside keeps `next` and windows; fixed dates that no longer fit fall back to `next`. */
export function BasePicker() {
  const { say, periods } = useWords()
  const { choice, change } = useRetention()
  const pick = (base: Period) => change(writeChoice(base, choice.isNext ? 'next' : choice.rule))
  const later = shiftPeriod(choice.base, 1)
  return (
    <div className={classes.picker}>
      <button
        type="button"
        className={classes.step}
        aria-label={say('periods.earlier')}
        onClick={() => pick(shiftPeriod(choice.base, -1))}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <Panel
        title={say('retention.base')}
        button={(open) => (
          <button type="button" className={classes.open} onClick={open}>
            <small>{say('retention.base')}</small>
            <span>
              {periods.name(choice.base)} <IconChevronDown size={14} aria-hidden />
            </span>
          </button>
        )}
      >
        {(close) => (
          <PeriodChoice
            period={choice.base}
            onPick={(base) => {
              pick(base)
              close()
            }}
          />
        )}
      </Panel>
      <button
        type="button"
        className={classes.step}
        aria-label={say('periods.later')}
        disabled={later.from > choice.asOf}
        onClick={() => pick(later)}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
    </div>
  )
}
