import type { SurveyScoreRule } from '@comeback/server/groups/rule'
import { NumberInput, Stack } from '@mantine/core'
import { useText } from '../../i18n/index.ts'
import classes from './builder.module.css'
import { NumberRange } from './range-fields.tsx'

interface Props {
  rule: SurveyScoreRule
  onChange: (rule: SurveyScoreRule) => void
}

/** A range of scores, and how old the answer may be. */
export function SurveyFields({ rule, onChange }: Props) {
  const { say } = useText()
  const { withinDays } = rule
  return (
    <Stack gap="xs">
      <NumberRange
        range={rule}
        most={10}
        unit={say('groups.unit.score')}
        onChange={(range) => onChange({ ...rule, ...range })}
      />
      <div className={classes.fields}>
        <span className={classes.pair}>
          <span>{say('groups.answeredWithin')}</span>
          <NumberInput
            aria-label={say('groups.answeredWithin')}
            w={120}
            min={0}
            max={3650}
            allowDecimal={false}
            placeholder={say('groups.whenever')}
            value={withinDays ?? ''}
            onChange={(value) => onChange({ ...rule, withinDays: value === '' ? null : Number(value) })}
          />
          {say('groups.unit.days')}
        </span>
      </div>
    </Stack>
  )
}
