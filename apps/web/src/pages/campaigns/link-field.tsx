import { Alert, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { linkAddressQuery } from '../../api/campaigns.ts'
import type { CampaignPlan } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'

type Link = CampaignPlan['link']
const KINDS = ['booking', 'request', 'url'] as const satisfies Link['kind'][]

/** Where the link leads; an address is taken once it is one. */
export function LinkField({ link, onChange }: { link: Link; onChange: (link: Link) => void }) {
  const { say } = useText()
  const { practiceDay } = useWorkspace()
  const address = useQuery(linkAddressQuery)
  const [kind, setKind] = useState(link.kind)
  const [url, setUrl] = useState(link.kind === 'url' ? link.url : '')
  const choose = (next: Link['kind']) => {
    setKind(next)
    if (next !== 'url') onChange({ kind: next })
  }
  const type = (text: string) => {
    setUrl(text)
    if (URL.canParse(text) && /^https?:/.test(text)) onChange({ kind: 'url', url: text })
  }
  return (
    <div>
      <Select
        maw={360}
        label={say('campaigns.link')}
        data={KINDS.map((value) => ({ value, label: say(`campaigns.linkKind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && choose(value)}
      />
      {kind === 'url' && (
        <TextInput
          mt="xs"
          type="url"
          label={say('campaigns.url')}
          placeholder="https://…"
          value={url}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      {address.data?.onlyHere && practiceDay === null && (
        <Alert mt="xs" color="yellow" variant="light" radius="md">
          {say('campaigns.onlyHere')}
        </Alert>
      )}
    </div>
  )
}
