import { type Period, shiftPeriod } from '@comeback/retention'
import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useWords } from '../../i18n/period-words.ts'
import { PeriodChoice } from './period-choice.tsx'
import { writeChoice } from './question.ts'
import classes from './question-bar.module.css'
import { useRetention } from './use-retention.ts'

/** Which period the clients were here in. A step aside keeps `next` and windows; fixed dates that no longer fit fall back to `next`. */
export function BasePicker() {
  const { say, periods } = useWords()
  const { choice, change } = useRetention()
  const [opened, popover] = useDisclosure(false)
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
      <Popover opened={opened} onChange={popover.set} trapFocus shadow="lg" radius="lg" position="bottom-start">
        <Popover.Target>
          <button type="button" className={classes.open} onClick={popover.toggle}>
            <small>{say('retention.base')}</small>
            <span>
              {periods.name(choice.base)} <IconChevronDown size={14} aria-hidden />
            </span>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.popover!}>
          <PeriodChoice
            period={choice.base}
            onPick={(base) => {
              pick(base)
              popover.close()
            }}
          />
        </Popover.Dropdown>
      </Popover>
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
