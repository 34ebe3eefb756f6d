import type { Range } from '@comeback/server/groups/rule'
import { NumberInput, TextInput } from '@mantine/core'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './builder.module.css'

interface Props<T> {
  range: Range<T>
  onChange: (range: Range<T>) => void
}

const read = (value: string | number) => (value === '' ? null : Number(value))

/** From and to, either of which may be left open. */
export function NumberRange({
  range: { from, to },
  unit,
  most = 1_000_000,
  onChange,
}: Props<number> & { unit: string; most?: number }) {
  const { say } = useText()
  const field = { min: 0, max: most, allowDecimal: false, w: 120 }
  return (
    <div className={classes.fields}>
      <span className={classes.pair}>
        <span>{say('groups.from')}</span>
        <NumberInput
          {...field}
          aria-label={say('groups.from')}
          value={from ?? ''}
          onChange={(value) => onChange({ from: read(value), to })}
        />
      </span>
      <span className={classes.pair}>
        <span>{say('groups.to')}</span>
        <NumberInput
          {...field}
          aria-label={say('groups.to')}
          value={to ?? ''}
          onChange={(value) => onChange({ from, to: read(value) })}
        />
        {unit}
      </span>
    </div>
  )
}

/** Amounts in the salon's money, kept in minor units. */
export function MoneyRange({ range: { from, to }, onChange }: Props<number>) {
  const { currency } = useWorkspace()
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const unit = 10 ** digits
  const major = (minor: number | null) => (minor === null ? null : Math.round(minor / unit))
  const minor = (amount: number | null) => (amount === null ? null : amount * unit)
  return (
    <NumberRange
      range={{ from: major(from), to: major(to) }}
      unit={currency}
      onChange={(range) => onChange({ from: minor(range.from), to: minor(range.to) })}
    />
  )
}

export function DateRange({ range: { from, to }, onChange }: Props<string>) {
  const { say } = useText()
  return (
    <div className={classes.fields}>
      <span className={classes.pair}>
        <span>{say('groups.from')}</span>
        <TextInput
          type="date"
          aria-label={say('groups.from')}
          value={from ?? ''}
          onChange={(event) => onChange({ from: event.currentTarget.value || null, to })}
        />
      </span>
      <span className={classes.pair}>
        <span>{say('groups.to')}</span>
        <TextInput
          type="date"
          aria-label={say('groups.to')}
          value={to ?? ''}
          onChange={(event) => onChange({ from, to: event.currentTarget.value || null })}
        />
      </span>
    </div>
  )
}
