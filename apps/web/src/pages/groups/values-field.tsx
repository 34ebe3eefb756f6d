import { MultiSelect } from '@mantine/core'
import { useText } from '../../i18n/index.ts'

interface Props {
  label: string
  names: readonly string[]
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** Stands for "no value" in the select, which knows no empty values. */
const NONE = '\u0000'

/** Any of these names; one that is no longer in the book stays until it is taken out. */
export function ValuesField({ label, names, values, onChange }: Props) {
  const { say } = useText()
  const all = [...new Set([...names, ...values])].filter((name) => name !== '')
  const data = [...all.map((name) => ({ value: name, label: name })), { value: NONE, label: say('groups.noValue') }]
  return (
    <MultiSelect
      aria-label={label}
      placeholder={values.length === 0 ? say('groups.choose') : ''}
      searchable
      data={data}
      value={values.map((value) => value || NONE)}
      onChange={(chosen) => onChange(chosen.map((value) => (value === NONE ? '' : value)))}
      flex={1}
      miw={220}
    />
  )
}
