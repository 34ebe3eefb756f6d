import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportCorrection, Inspection } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './imports.module.css'

interface Props {
  inspection: Inspection
  onCorrect: (correction: ImportCorrection) => void
  disabled: boolean
}

/** What cannot be seen in the file with certainty. */
export function Settings({ inspection, onCorrect, disabled }: Props) {
  const { say } = useText()
  const { settings } = inspection
  return (
    <Card label={say('imports.settingsTitle')}>
      <h2 className={classes.heading}>{say('imports.settingsTitle')}</h2>
      <div className={classes.settings}>
        <Choice
          label={say('imports.dateOrder')}
          value={settings.dateOrder}
          options={{ dmy: say('imports.dmy'), mdy: say('imports.mdy') }}
          disabled={disabled}
          onChoose={(dateOrder) => onCorrect({ settings: { dateOrder } })}
        />
        <Choice
          label={say('imports.pastScheduled')}
          value={settings.pastScheduled}
          options={{ completed: say('imports.pastCompleted'), ignored: say('imports.pastIgnored') }}
          disabled={disabled}
          onChoose={(pastScheduled) => onCorrect({ settings: { pastScheduled } })}
        />
        <Choice
          label={say('imports.joinBy')}
          value={settings.joinBy}
          options={{
            clientId: say('imports.joinClient'),
            phone: say('imports.joinPhone'),
            name: say('imports.joinName'),
          }}
          disabled={disabled}
          onChoose={(joinBy) => onCorrect({ settings: { joinBy } })}
        />
        <Code
          label={say('imports.currency')}
          value={settings.currency}
          length={3}
          disabled={disabled}
          onSet={(currency) => onCorrect({ settings: { currency } })}
        />
        <Code
          label={say('imports.country')}
          value={settings.country}
          length={2}
          disabled={disabled}
          onSet={(country) => onCorrect({ settings: { country } })}
        />
      </div>
    </Card>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  options: Record<T, string>
  disabled: boolean
  onChoose: (value: T) => void
}

function Choice<T extends string>({ label, value, options, disabled, onChoose }: ChoiceProps<T>) {
  const data = (Object.keys(options) as T[]).map((option) => ({ value: option, label: options[option] }))
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={data}
        value={value}
        disabled={disabled}
        onChange={onChoose}
      />
    </div>
  )
}

interface CodeProps {
  label: string
  value: string
  length: number
  disabled: boolean
  onSet: (code: string) => void
}

/** A code of fixed length, such as UAH or UA, sent when it is complete and left. */
function Code({ label, value, length, disabled, onSet }: CodeProps) {
  const [text, setText] = useState(value)
  const leave = () => {
    if (text.length === length && text !== value) onSet(text)
    else setText(value)
  }
  return (
    <TextInput
      label={label}
      size="sm"
      w={150}
      maxLength={length}
      value={text}
      disabled={disabled}
      onChange={(event) => setText(event.currentTarget.value.toUpperCase())}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}
