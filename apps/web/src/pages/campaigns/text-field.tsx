import { FIELDS, type Field, readTemplate } from '@comeback/server/campaigns/template'
import { Button, Menu, Textarea } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import { PRESETS, presetText } from '../../components/campaigns/presets.ts'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'
import type { Draft } from './use-draft.ts'

/** The text with its fields: what is wrong with it is said as one types. */
export function TextField({ draft: { plan, change } }: { draft: Draft }) {
  const { say } = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [problem] = readTemplate(plan.text).problems
  const insert = (field: Field) => {
    const { selectionStart = plan.text.length, selectionEnd = plan.text.length } = area.current ?? {}
    const text = `${plan.text.slice(0, selectionStart)}{{${field}}}${plan.text.slice(selectionEnd)}`
    change({ text })
    area.current?.focus()
  }
  return (
    <div>
      <Textarea
        ref={area}
        label={say('campaigns.text')}
        description={say('campaigns.fallbackHint', { example: `{{firstName|${say('campaigns.fallbackWord')}}}` })}
        value={plan.text}
        autosize
        minRows={3}
        maxLength={4000}
        error={problem && say(`campaigns.${problem.kind}`, { value: problem.field })}
        onChange={(event) => change({ text: event.currentTarget.value })}
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
              <Menu.Item key={preset} onClick={() => change({ text: presetText(preset, plan.language) })}>
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
