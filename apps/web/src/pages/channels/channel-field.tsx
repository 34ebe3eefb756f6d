import type { Field } from '@comeback/server/channels/providers'
import { PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../i18n/period-words.ts'
import classes from './channels.module.css'

interface Props {
  name: string
  field: Field
  value: string
  /** a secret the server has and does not show */
  isSet: boolean
  onChange: (value: string) => void
}

/** One thing a provider wants to know. */
export function ChannelField({ name, field, value, isSet, onChange }: Props) {
  const { say, words } = useWords()
  const names: Record<string, string> = words.channels.field
  const choices: Record<string, string> = words.channels.choice
  const label = names[name] ?? name
  const shared = {
    className: classes[field.kind === 'long' || field.kind === 'url' ? 'wide' : 'field']!,
    label: field.required ? label : `${label} (${say('channels.optional')})`,
    value,
    required: field.required && !isSet,
    withAsterisk: false,
  }
  switch (field.kind) {
    case 'secret':
      return (
        <PasswordInput
          {...shared}
          autoComplete="new-password"
          placeholder={isSet ? say('channels.secretSet') : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          allowDeselect={false}
          data={(field.choices ?? []).map((each) => ({ value: each, label: choices[each] ?? each }))}
          onChange={(next) => onChange(next ?? value)}
        />
      )
    case 'long':
      return (
        <Textarea {...shared} autosize minRows={3} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )
    default:
      return (
        <TextInput {...shared} autoComplete="off" onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )
  }
}
