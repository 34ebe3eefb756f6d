import { formatDay, type Period, parseDay, parsePeriod } from '@comeback/retention'
import { SegmentedControl, Stack } from '@mantine/core'
import { DatePicker, MonthPicker, YearPicker } from '@mantine/dates'
import { useState } from 'react'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import { QuarterPicker } from './quarter-picker.tsx'
import { periodOf } from './question.ts'

const KINDS = ['month', 'quarter', 'year', 'span'] as const

interface Props {
  period: Period
  onPick: (period: Period) => void
}

/** A month, a quarter, a year or free dates, never after the data. */
export function PeriodChoice({ period, onPick }: Props) {
  const { say } = useText()
  const { firstDay, asOf } = useWorkspace()
  const [kind, setKind] = useState(period.kind)
  const [span, setSpan] = useState<[string | null, string | null]>([null, null])
  const first = formatDay(period.from)
  const limits = { ...(firstDay ? { minDate: firstDay } : {}), maxDate: asOf, defaultDate: first }
  const day = (text: string | null) => (text === null ? null : parseDay(text))
  const pickSpan = (value: [string | null, string | null]) => {
    setSpan(value)
    const picked = parsePeriod(value.join('..'))
    if (value[1] !== null && picked) onPick(picked)
  }
  const pickDay = (calendar: 'month' | 'year') => (text: string | null) => {
    const at = day(text)
    if (at !== null) onPick(periodOf(calendar, at))
  }
  return (
    <Stack gap="sm" align="center">
      <SegmentedControl
        size="xs"
        fullWidth
        w="100%"
        value={kind}
        onChange={setKind}
        data={KINDS.map((value) => ({ value, label: say(`periods.kinds.${value}`) }))}
      />
      {kind === 'month' && <MonthPicker {...limits} value={first} onChange={pickDay('month')} />}
      {kind === 'year' && <YearPicker {...limits} value={first} onChange={pickDay('year')} />}
      {kind === 'quarter' && <QuarterPicker period={period} onPick={onPick} />}
      {kind === 'span' && (
        <DatePicker type="range" {...limits} value={span} onChange={pickSpan} allowSingleDateInRange />
      )}
    </Stack>
  )
}
