import { Button, Menu, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Draft } from '../../components/drafts/use-saved-draft.ts'
import { useText } from '../../i18n/index.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../i18n/languages.ts'
import classes from './campaigns.module.css'
import { TextField } from './text-field.tsx'

/** The words of a message, in as many languages as its clients read. */
export function WordsStep({ draft: { plan, change } }: { draft: Draft }) {
  const { say } = useText()
  const [chosen, choose] = useState<Language>(plan.language)
  const translation = plan.translations.find(({ language }) => language === chosen)
  const { language, subject, text } = translation ?? plan
  const used = [plan.language, ...plan.translations.map((each) => each.language)]
  const free = LANGUAGES.filter((each) => !used.includes(each))
  const changeWords = (words: { subject?: string; text?: string }) =>
    change(
      translation
        ? { translations: plan.translations.map((each) => (each === translation ? { ...each, ...words } : each)) }
        : words,
    )
  const add = (added: Language) => {
    change({ translations: [...plan.translations, { language: added, subject: '', text: '' }] })
    choose(added)
  }
  const remove = () => {
    change({ translations: plan.translations.filter((each) => each !== translation) })
    choose(plan.language)
  }
  return (
    <>
      {used.length > 1 && (
        <SegmentedControl
          maw={420}
          aria-label={say('campaigns.languages.which')}
          value={language}
          data={used.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={choose}
        />
      )}
      {plan.channels.includes('email') && (
        <TextInput
          label={say('campaigns.subject')}
          value={subject}
          maxLength={200}
          onChange={(event) => changeWords({ subject: event.currentTarget.value })}
        />
      )}
      <TextField language={language} text={text} onChange={(text) => changeWords({ text })} />
      <div className={classes.row}>
        {translation ? (
          <Button variant="subtle" color="red" size="xs" onClick={remove}>
            {say('campaigns.languages.remove', { language: LANGUAGE_NAMES[language] })}
          </Button>
        ) : (
          <Select
            maw={220}
            label={say('campaigns.language')}
            data={LANGUAGES.filter((each) => each === plan.language || free.includes(each)).map((value) => ({
              value,
              label: LANGUAGE_NAMES[value],
            }))}
            value={plan.language}
            allowDeselect={false}
            onChange={(value) => {
              if (!value) return
              change({ language: value })
              choose(value)
            }}
          />
        )}
        {free.length > 0 && (
          <Menu position="bottom-start" shadow="md" radius="md">
            <Menu.Target>
              <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />}>
                {say('campaigns.languages.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {free.map((each) => (
                <Menu.Item key={each} onClick={() => add(each)}>
                  {LANGUAGE_NAMES[each]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {used.length > 1 && (
        <p className={classes.note}>{say('campaigns.languages.hint', { language: LANGUAGE_NAMES[plan.language] })}</p>
      )}
    </>
  )
}
