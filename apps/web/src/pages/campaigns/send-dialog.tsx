import { canSendCampaigns } from '@comeback/server/permissions'
import { Button, Group, Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { campaignQuery, campaignSettingsQuery, sendCampaign } from '../../api/campaigns.ts'
import { ApiError } from '../../api/request.ts'
import type { Campaign, CampaignCheck, ErrorCode } from '../../api/types.ts'
import { useMay, useSession } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useStaleQuestion } from '../../components/stale-question.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'
import { useWorth } from './use-worth.ts'

const ANOTHER: readonly string[] = ['campaignChanged', 'campaignWrongState'] satisfies ErrorCode[]

interface Props {
  campaign: Campaign
  check: CampaignCheck
  opened: boolean
  onClose: () => void
}

/** Says exactly who gets what, when and for how much, before anything leaves. */
export function SendDialog({ campaign, check, opened, onClose }: Props) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const { actor } = useSession()
  const may = useMay()
  const { question, isAnswered } = useStaleQuestion()
  const settings = useQuery(campaignSettingsQuery)
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => sendCampaign(campaign),
    onSuccess(sent) {
      onClose()
      queries.setQueryData(campaignQuery(campaign.id).queryKey, sent)
    },
  })
  // somebody else has changed or sent it: it has to be looked at anew
  const isAnother = send.error instanceof ApiError && ANOTHER.includes(send.error.code)
  const { plan } = campaign
  const { contacted, holdout, minor, points } = check
  const worth = useWorth(points)
  const people = (count: number) => say('campaigns.people', { count })
  const above = settings.data?.approveAbove ?? null
  const isLarge = above !== null && contacted > above && actor.role !== 'owner'
  const asks = !may(canSendCampaigns) || isLarge
  const sentences = [
    plan.sendAt === null
      ? say('campaigns.sure.now', { people: people(contacted) })
      : say('campaigns.sure.later', { people: people(contacted), date: formats.clock(plan.sendAt) }),
    plan.bonus &&
      say('campaigns.sure.bonus', {
        points: formats.number(plan.bonus.points),
        days: plan.bonus.days,
        total: formats.number(points),
      }),
    worth !== null && points > 0 && say('campaigns.sure.worth', { money: formats.money(worth, currency) }),
    minor > 0 && say('campaigns.sure.cost', { cost: formats.money(minor, currency) }),
    holdout > 0 ? say('campaigns.sure.holdout', { people: people(holdout) }) : say('campaigns.sure.holdoutNone'),
    asks && say('campaigns.sure.approval'),
  ]
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<b>{say('campaigns.sure.title')}</b>}
      radius="lg"
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <ul className={classes.sure}>
        {sentences.filter(Boolean).map((sentence) => (
          <li key={String(sentence)}>{sentence}</li>
        ))}
      </ul>
      {question}
      {send.error && <Failure error={send.error} />}
      <Group mt="lg">
        <Button
          data-autofocus
          loading={send.isPending}
          disabled={isAnother || !isAnswered}
          onClick={() => send.mutate()}
        >
          {say(asks ? 'campaigns.sure.ask' : 'campaigns.sure.yes')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('campaigns.sure.no')}
        </Button>
        {isAnother && <Button onClick={() => window.location.reload()}>{say('errors.reload')}</Button>}
      </Group>
    </Modal>
  )
}
