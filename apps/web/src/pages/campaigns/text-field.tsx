import { FIELDS, type Field, readTemplate } from '@comeback/server/campaigns/template'
import { Button, Menu, Textarea } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import { PRESETS, presetText } from '../../components/campaigns/presets.ts'
import { useText } from '../../i18n/index.ts'
import type { Language } from '../../i18n/languages.ts'
import classes from './campaigns.module.css'

interface Props {
  language: Language
  text: string
  onChange: (text: string) => void
}

/** The text with its fields: what is wrong with it is said as one types. */
export function TextField({ language, text, onChange }: Props) {
  const { say } = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [problem] = readTemplate(text).problems
  const insert = (field: Field) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {}
    onChange(`${text.slice(0, selectionStart)}{{${field}}}${text.slice(selectionEnd)}`)
    area.current?.focus()
  }
  return (
    <div>
      <Textarea
        ref={area}
        label={say('campaigns.text')}
        description={say('campaigns.fallbackHint', { example: `{{firstName|${say('campaigns.fallbackWord')}}}` })}
        value={text}
        autosize
        minRows={3}
        maxLength={4000}
        error={problem && say(`campaigns.${problem.kind}`, { value: problem.field })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.insert}>
        <Menu position="bottom-start" shadow="md" radius="md">
          <Menu.Target>
            <Button size="compact-xs" variant="light" rightSection={<IconChevronDown size={12} aria-hidden />}>
              {say('campaigns.presets.choose')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {PRESETS.map((preset) => (
              <Menu.Item key={preset} onClick={() => onChange(presetText(preset, language))}>
                {say(`campaigns.presets.${preset}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span>{say('campaigns.insert')}</span>
        {FIELDS.map((field) => (
          <Button key={field} size="compact-xs" variant="default" onClick={() => insert(field)}>
            {say(`campaigns.field.${field}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
