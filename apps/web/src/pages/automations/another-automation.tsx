import { canPrepareCampaigns } from '@comeback/server/permissions'
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { automationsQuery } from '../../api/automations.ts'
import { useMay } from '../../app/session-context.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { useText } from '../../i18n/index.ts'
import { KindIcon } from './kind-icon.tsx'
import { KINDS } from './presets.ts'
import { useMakeAutomation } from './use-make-automation.ts'

/** A second automation of a kind: a reminder after three days, say, and one after thirty. */
export function AnotherAutomation() {
  const { say } = useText()
  const may = useMay()
  const errorText = useErrorText()
  const make = useMakeAutomation()
  const { data } = useQuery(automationsQuery)
  if (!may(canPrepareCampaigns) || !data) return null
  const kinds = KINDS.map((kind) => ({
    kind,
    others: data.automations.filter((each) => each.trigger.kind === kind).length,
  }))
  const have = kinds.filter(({ others }) => others > 0)
  if (have.length === 0) return null
  const onError = (error: unknown) => notifications.show({ color: 'red', message: errorText(error) })
  return (
    <Menu position="bottom-end" shadow="lg" radius="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} loading={make.isPending}>
          {say('automations.another')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {have.map((wanted) => (
          <Menu.Item
            key={wanted.kind}
            leftSection={<KindIcon kind={wanted.kind} />}
            onClick={() => make.mutate(wanted, { onError })}
          >
            {say(`automations.kind.${wanted.kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
