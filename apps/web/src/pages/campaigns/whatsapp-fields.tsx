import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Draft } from '../../components/drafts/use-saved-draft.ts'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'

/** The approved template of WhatsApp, and the fields that fill its places. */
export function WhatsappFields({ draft: { plan, change } }: { draft: Draft }) {
  const { say } = useText()
  const [template, setTemplate] = useState(plan.whatsapp ?? { name: '', language: plan.language, parameters: [] })
  const set = (part: Partial<typeof template>) => {
    const next = { ...template, ...part }
    setTemplate(next)
    change({ whatsapp: next.name.trim() === '' || next.language.trim().length < 2 ? null : next })
  }
  return (
    <fieldset className={classes.channels}>
      <legend>{say('campaigns.whatsapp')}</legend>
      <p>{say('campaigns.whatsappHint')}</p>
      <div className={classes.row}>
        <TextInput
          label={say('campaigns.templateName')}
          value={template.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={say('campaigns.templateLanguage')}
          value={template.language}
          onChange={(event) => set({ language: event.currentTarget.value })}
        />
      </div>
      <Textarea
        mt="xs"
        label={say('campaigns.parameters')}
        autosize
        value={template.parameters.join('\n')}
        onChange={(event) => set({ parameters: event.currentTarget.value.split('\n').filter(Boolean).slice(0, 10) })}
      />
    </fieldset>
  )
}
