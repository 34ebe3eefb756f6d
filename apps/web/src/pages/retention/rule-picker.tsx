import type { ReturnRule } from '@comeback/retention'
import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useWords } from '../../i18n/period-words.ts'
import { writeChoice } from './question.ts'
import classes from './question-bar.module.css'
import { RuleChoice } from './rule-choice.tsx'
import { useRetention } from './use-retention.ts'

/** Which visit counts as a return. */
export function RulePicker() {
  const { say, periods } = useWords()
  const { choice, change } = useRetention()
  const [opened, popover] = useDisclosure(false)
  const pick = (rule: ReturnRule | 'next') => {
    change(writeChoice(choice.base, rule))
    popover.close()
  }
  return (
    <div className={classes.picker}>
      <Popover opened={opened} onChange={popover.set} trapFocus shadow="lg" radius="lg" position="bottom-start">
        <Popover.Target>
          <button type="button" className={classes.open} onClick={popover.toggle}>
            <small>{say('retention.rule')}</small>
            <span>
              {periods.rule(choice.rule)} <IconChevronDown size={14} aria-hidden />
            </span>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.popover!}>
          <RuleChoice choice={choice} onPick={pick} />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
