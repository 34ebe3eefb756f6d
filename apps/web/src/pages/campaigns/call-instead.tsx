import { canSeeCalls, canWorkCalls } from '@comeback/server/permissions'
import { Alert, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPhonePlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { callInstead, campaignCallsQuery } from '../../api/campaigns.ts'
import type { Campaign, CampaignCalls } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { CallForm } from '../../components/calls/call-form.tsx'
import { useText } from '../../i18n/index.ts'

const LONGEST_REASON = 200

/** Whom no message of a campaign reaches and who can be called instead, each once; nothing where there is nobody. */
export function CallInstead({ campaign }: { campaign: Campaign }) {
  const { say } = useText()
  const may = useMay()
  const [opened, form] = useDisclosure(false)
  const calls = useQuery({ ...campaignCallsQuery(campaign), enabled: may(canSeeCalls) })
  if (!calls.data || (calls.data.people === 0 && calls.data.called === 0)) return null
  const { people, called } = calls.data
  return (
    <Alert color="violet" variant="light" radius="lg" my="md" title={say('campaigns.call.title')}>
      {people > 0 && <Who calls={calls.data} />}
      {called > 0 && <div>{say('campaigns.call.called', { count: called })}</div>}
      {people > 0 && may(canWorkCalls) && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconPhonePlus size={16} aria-hidden />}
          onClick={form.open}
        >
          {say('campaigns.call.button')}
        </Button>
      )}
      {opened && <Form campaign={campaign} people={people} close={form.close} />}
    </Alert>
  )
}

function Who({ calls: { people, why } }: { calls: CampaignCalls }) {
  const { say } = useText()
  const reasons = (['noAddress', 'noConsent', 'failed'] as const).flatMap((each) =>
    why[each] ? [`${say(`campaigns.call.why.${each}`)}: ${why[each]}`] : [],
  )
  return (
    <div>
      {say('campaigns.call.text', { count: people })} ({reasons.join('; ')})
    </div>
  )
}

function Form({ campaign, people, close }: { campaign: Campaign; people: number; close: () => void }) {
  const { say, words } = useText()
  const queries = useQueryClient()
  const { id, name, plan } = campaign
  const points = plan.bonus && say('bonuses.count', { count: plan.bonus.points })
  const { script, scriptBonus } = words.campaigns.call
  return (
    <CallForm
      close={close}
      disabled={false}
      reason={say('campaigns.call.reason', { name }).slice(0, LONGEST_REASON)}
      script={points ? scriptBonus.replace('[points]', points) : script}
      put={async (asked) => {
        const done = await callInstead(id, asked)
        void queries.invalidateQueries({ queryKey: ['campaigns', id, 'calls'] })
        return done
      }}
    >
      <span>
        {say('calls.putWho', { count: people })} {points && say('campaigns.call.bonus', { points })}
      </span>
    </CallForm>
  )
}
