import { IconArrowRight } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import { AsOfPicker } from './as-of-picker.tsx'
import { BasePicker } from './base-picker.tsx'
import { Filters } from './filters.tsx'
import { Presets } from './presets.tsx'
import classes from './question-bar.module.css'
import { RulePicker } from './rule-picker.tsx'

/** The question taken apart: who was here → who came back, ready-made ones, and of which clients. */
export function QuestionBar() {
  const { say } = useText()
  return (
    <fieldset className={classes.bar} aria-label={say('retention.question')} data-print="no">
      <div className={classes.pickers}>
        <BasePicker />
        <IconArrowRight size={18} className={classes.arrow!} aria-hidden />
        <RulePicker />
      </div>
      <Presets />
      <div className={classes.filters}>
        <Filters />
        <AsOfPicker />
      </div>
    </fieldset>
  )
}
