import { formatDay, nextPeriodRule, parsePeriod, type ReturnRule } from '@comeback/retention'
import { Button, Divider, Group, NumberInput, Stack } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useWords } from '../../i18n/period-words.ts'
import { WINDOWS } from './presets.tsx'
import type { Choice } from './question.ts'
import classes from './question-bar.module.css'

interface Props {
  choice: Choice
  onPick: (rule: ReturnRule | 'next') => void
}

/** The three kinds of rule: the next period, within days of the last visit, own dates after the base period. */
export function RuleChoice({ choice, onPick }: Props) {
  const { say, periods } = useWords()
  const { base, rule, isNext } = choice
  const [days, setDays] = useState<number | string>(rule.kind === 'window' ? rule.days : 60)
  const [span, setSpan] = useState<[string | null, string | null]>([null, null])
  const pickSpan = (value: [string | null, string | null]) => {
    setSpan(value)
    const picked = parsePeriod(value.join('..'))
    if (value[1] !== null && picked) onPick({ kind: 'period', from: picked.from, to: picked.to })
  }
  const after = formatDay(base.to + 1)
  return (
    <Stack gap="sm" w={280} mx="auto">
      <div>
        <p className={classes.group}>{say('retention.ruleNext')}</p>
        <Button fullWidth size="sm" variant={isNext ? 'filled' : 'default'} onClick={() => onPick('next')}>
          {periods.rule(nextPeriodRule(base))}
        </Button>
      </div>
      <div>
        <p className={classes.group}>{say('retention.ruleWithin')}</p>
        <div className={classes.grid}>
          {WINDOWS.map((window) => (
            <Button
              key={window}
              size="sm"
              px={0}
              variant={rule.kind === 'window' && rule.days === window ? 'filled' : 'default'}
              onClick={() => onPick({ kind: 'window', days: window })}
            >
              {window}
            </Button>
          ))}
        </div>
        <Group gap={6} mt={6} wrap="nowrap">
          <NumberInput
            aria-label={say('retention.ruleDays')}
            size="sm"
            min={1}
            max={3650}
            allowDecimal={false}
            value={days}
            onChange={setDays}
            flex={1}
          />
          <Button
            size="sm"
            variant="light"
            disabled={typeof days !== 'number' || days < 1 || days > 3650}
            onClick={() => onPick({ kind: 'window', days: Number(days) })}
          >
            OK
          </Button>
        </Group>
      </div>
      <Divider />
      <div>
        <p className={classes.group}>{say('retention.ruleDates')}</p>
        <DatePicker
          type="range"
          minDate={after}
          defaultDate={after}
          value={span}
          onChange={pickSpan}
          allowSingleDateInRange
        />
      </div>
    </Stack>
  )
}
