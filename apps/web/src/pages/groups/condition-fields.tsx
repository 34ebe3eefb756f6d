import { MultiSelect, NumberInput, Select } from '@mantine/core'
import type { ClientState } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import { BirthdayFields } from './birthday-fields.tsx'
import classes from './builder.module.css'
import type { Condition } from './draft.ts'
import { OutcomeFields } from './outcome-fields.tsx'
import { DateRange, MoneyRange, NumberRange } from './range-fields.tsx'
import { SurveyFields } from './survey-fields.tsx'
import { ValuesField } from './values-field.tsx'

const STATES = ['due', 'atRisk', 'longOverdue', 'active', 'booked'] as const satisfies ClientState[]

interface Props {
  rule: Condition
  onChange: (rule: Condition) => void
}

/** The particulars of a condition. */
export function ConditionFields({ rule, onChange }: Props) {
  const { say } = useText()
  const { dimensions } = useWorkspace()
  switch (rule.kind) {
    case 'outcome':
      return <OutcomeFields rule={rule} onChange={onChange} />
    case 'rhythm':
      return (
        <MultiSelect
          aria-label={say('groups.condition.rhythm')}
          data={STATES.map((value) => ({ value, label: say(`people.state.${value}`) }))}
          value={rule.states}
          onChange={(states) => onChange({ ...rule, states: STATES.filter((state) => states.includes(state)) })}
        />
      )
    case 'daysSince':
      return (
        <NumberRange
          range={rule}
          unit={say('groups.unit.days')}
          onChange={(range) => onChange({ ...rule, ...range })}
        />
      )
    case 'visits':
    case 'bonus':
      return (
        <NumberRange
          range={rule}
          unit={say(`groups.unit.${rule.kind}`)}
          onChange={(range) => onChange({ ...rule, ...range })}
        />
      )
    case 'surveyScore':
      return <SurveyFields rule={rule} onChange={onChange} />
    case 'lastVisit':
      return <DateRange range={rule} onChange={(range) => onChange({ ...rule, ...range })} />
    case 'spend':
    case 'ticket':
      return <MoneyRange range={rule} onChange={(range) => onChange({ ...rule, ...range })} />
    case 'source':
      return (
        <ValuesField
          label={say('groups.condition.source')}
          names={dimensions.sources}
          values={rule.values}
          onChange={(values) => onChange({ ...rule, values })}
        />
      )
    case 'birthday':
      return <BirthdayFields rule={rule} onChange={onChange} />
    case 'share':
      return (
        <div className={classes.fields}>
          <NumberInput
            aria-label={say('groups.condition.share')}
            min={1}
            max={99}
            allowDecimal={false}
            suffix=" %"
            value={rule.percent}
            onChange={(percent) => onChange({ ...rule, percent: Number(percent) || 0 })}
          />
          <span className={classes.hint}>{say('groups.shareHint')}</span>
        </div>
      )
    default: {
      const names = {
        staff: dimensions.staff,
        service: dimensions.services,
        category: dimensions.categories,
        location: dimensions.locations,
      }
      return (
        <div className={classes.fields}>
          <ValuesField
            label={say(`groups.condition.${rule.kind}`)}
            names={names[rule.kind]}
            values={rule.values}
            onChange={(values) => onChange({ ...rule, values })}
          />
          <Select
            aria-label={say('groups.whenLabel')}
            allowDeselect={false}
            data={(['last', 'ever'] as const).map((value) => ({ value, label: say(`groups.when.${value}`) }))}
            value={rule.when}
            onChange={(when) => onChange({ ...rule, when: when === 'ever' ? 'ever' : 'last' })}
          />
        </div>
      )
    }
  }
}
