import { canPrepareCampaigns } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { makeGroupOfList } from '../../api/groups.ts'
import type { ListSource, PeopleSource } from '../../api/queries.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useText } from '../../i18n/index.ts'
import { useNewCampaign } from '../campaigns/use-new-campaign.ts'
import { useErrorText } from '../error-text.ts'

const LONGEST_NAME = 120

/** Opens a campaign to everybody on the list, whom it first keeps as a group. */
export function WriteTo({ source, name }: { source: PeopleSource | ListSource; name: string }) {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  const errorText = useErrorText()
  const begin = useNewCampaign()
  const write = useMutation({
    async mutationFn() {
      const short = name.slice(0, LONGEST_NAME)
      const { id } = source.kind === 'group' ? source : await makeGroupOfList(short, source)
      await begin.mutateAsync({ groupIds: [id], name: short })
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  if (!may(canPrepareCampaigns) || !has('winback')) return null
  return (
    <Button
      size="sm"
      leftSection={<IconSend size={16} aria-hidden />}
      loading={write.isPending}
      onClick={() => write.mutate()}
    >
      {say('campaigns.writeTo')}
    </Button>
  )
}
