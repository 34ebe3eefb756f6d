import { IconChevronDown } from '@tabler/icons-react'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { writeChoice } from './question.ts'
import classes from './question-bar.module.css'
import { RuleChoice } from './rule-choice.tsx'
import { useRetention } from './use-retention.ts'

/** Which visit counts as a return. */
export function RulePicker() {
  const { say, periods } = useWords()
  const { choice, change } = useRetention()
  return (
    <div className={classes.picker}>
      <Panel
        title={say('retention.ruleTitle')}
        button={(open) => (
          <button type="button" className={classes.open} onClick={open}>
            <small>{say('retention.rule')}</small>
            <span>
              {periods.rule(choice.rule)} <IconChevronDown size={14} aria-hidden />
            </span>
          </button>
        )}
      >
        {(close) => (
          <RuleChoice
            choice={choice}
            onPick={(rule) => {
              change(writeChoice(choice.base, rule))
              close()
            }}
          />
        )}
      </Panel>
    </div>
  )
}
