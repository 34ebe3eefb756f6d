import { fillIn, readTemplate } from '@comeback/server/campaigns/template'
import { smsParts } from '@comeback/server/channels/sms-parts'
import { canSeeContacts } from '@comeback/server/permissions'
import { Select, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { campaignPeopleQuery, previewQuery, type WrittenRef } from '../../api/campaigns.ts'
import type { CampaignPreview } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import type { Draft } from '../../components/drafts/use-saved-draft.ts'
import { LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'
import { TestSend } from './test-send.tsx'

interface Props {
  campaign: WrittenRef
  draft: Draft
  /** whose message is shown; `null`: the first one's */
  person: number | null
  onPerson: (id: number | null) => void
}

/** The message as a person of the audience gets it, as one types. */
export function Preview({ campaign, draft, person, onPerson }: Props) {
  const { say } = useWords()
  const may = useMay()
  const { id, from } = campaign
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 300)
  const people = useInfiniteQuery({
    ...campaignPeopleQuery(
      { id, from, cell: from === 'automations' ? 'month' : 'contacted', search: asked || undefined },
      20,
    ),
    queryKey: [from ?? 'campaigns', id, 'audience', asked, campaign.version],
    placeholderData: (before) => before,
  })
  const choices = (people.data?.pages[0]?.people ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  const shown = person ?? (choices[0] ? Number(choices[0].value) : null)
  const preview = useQuery({ ...previewQuery(campaign, shown ?? 0), enabled: shown !== null && may(canSeeContacts) })
  return (
    <Card label={say('campaigns.preview')}>
      <h2 className={classes.heading}>{say('campaigns.preview')}</h2>
      {shown === null ? (
        <p className={classes.note}>
          {people.isLoading ? (
            <Skeleton height={60} />
          ) : (
            say(from === 'automations' ? 'automations.previewNobody' : 'campaigns.previewNobody')
          )}
        </p>
      ) : (
        <>
          <Select
            aria-label={say('campaigns.person')}
            data={choices}
            value={String(shown)}
            searchable
            allowDeselect={false}
            filter={({ options }) => options}
            onSearchChange={(text) => setSearch(choices.some(({ label }) => label === text) ? '' : text)}
            onChange={(value) => onPerson(value ? Number(value) : null)}
          />
          {preview.data ? (
            <Bubble draft={draft} preview={preview.data} />
          ) : (
            <Skeleton mt="sm" height={90} radius="lg" aria-label={say('common.loading')} />
          )}
        </>
      )}
      <TestSend campaign={campaign} channels={draft.plan.channels} clientId={shown} isSaved={draft.isSaved} />
    </Card>
  )
}

function Bubble({ draft: { plan }, preview }: { draft: Draft; preview: CampaignPreview }) {
  const { say } = useWords()
  const { text: unfilled } = plan.translations.find(({ language }) => language === preview.language) ?? plan
  const text = fillIn(readTemplate(unfilled), preview.values)
  const [channel] = preview.channels
  const { encoding, parts, left } = smsParts(text)
  return (
    <>
      <p className={classes.bubble} lang={preview.language}>
        {text}
      </p>
      {plan.translations.length > 0 && (
        <p className={classes.note}>
          {say('campaigns.languages.gets', { language: LANGUAGE_NAMES[preview.language] })}
        </p>
      )}
      <p className={classes.note}>
        {channel
          ? say('campaigns.previewBy', { channel: say(`campaigns.channel.${channel}`) })
          : say('campaigns.previewNone')}
      </p>
      {plan.channels.includes('sms') && (
        <p className={classes.note}>
          SMS: {say('campaigns.smsLength', { encoding: encoding === 'gsm7' ? 'GSM-7' : 'UCS-2', parts, left })}
        </p>
      )}
    </>
  )
}
