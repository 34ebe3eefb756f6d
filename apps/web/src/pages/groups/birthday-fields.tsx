import { NumberInput, Select } from '@mantine/core'
import { useWords } from '../../i18n/period-words.ts'
import classes from './builder.module.css'
import type { Condition } from './draft.ts'

type BirthdayRule = Extract<Condition, { kind: 'birthday' }>

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)
const MOST_DAYS = 365

/** How soon the birthday is, or in which month. */
export function BirthdayFields({ rule, onChange }: { rule: BirthdayRule; onChange: (rule: BirthdayRule) => void }) {
  const { say, formats } = useWords()
  const { days, month } = rule
  const by = days === null ? 'month' : 'days'
  return (
    <div className={classes.fields}>
      <Select
        aria-label={say('groups.birthdayLabel')}
        allowDeselect={false}
        data={(['days', 'month'] as const).map((value) => ({ value, label: say(`groups.birthday.${value}`) }))}
        value={by}
        onChange={(chosen) =>
          onChange({ kind: 'birthday', days: chosen === 'days' ? 7 : null, month: chosen === 'month' ? 1 : null })
        }
      />
      {days === null ? (
        <Select
          aria-label={say('groups.birthday.month')}
          allowDeselect={false}
          data={MONTHS.map((each) => ({ value: String(each), label: formats.monthName(each) }))}
          value={String(month)}
          onChange={(chosen) => onChange({ ...rule, month: Number(chosen) })}
        />
      ) : (
        <span className={classes.pair}>
          <NumberInput
            aria-label={say('groups.birthday.days')}
            w={120}
            min={0}
            max={MOST_DAYS}
            allowDecimal={false}
            value={days}
            onChange={(value) => onChange({ ...rule, days: Math.min(MOST_DAYS, Math.max(0, Number(value) || 0)) })}
          />
          {say('groups.unit.days')}
        </span>
      )}
      {days === 0 && <span className={classes.hint}>{say('groups.birthdayToday')}</span>}
    </div>
  )
}
