import { canChangeGroups } from '@comeback/server/permissions'
import { ActionIcon, Anchor, Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import {
  IconAdjustments,
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconPencil,
  IconSnowflake,
  IconTrash,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { changeGroup, freezeGroup, GROUPS, type Group, removeGroup } from '../../api/groups.ts'
import { salonToday } from '../../app/salon-today.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { useSure } from '../../components/use-sure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { RenameGroup } from './rename-group.tsx'

/** What can be done with a group as a whole. */
export function GroupActions({ group }: { group: Group }) {
  const { say, formats } = useWords()
  const sure = useSure()
  const may = useMay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const errorText = useErrorText()
  const [renaming, rename] = useDisclosure(false)
  const { id, name, kind, archivedAt } = group
  const fresh = () => void queries.invalidateQueries({ queryKey: GROUPS })
  const onError = (error: unknown) => notifications.show({ color: 'red', message: errorText(error) })
  const archive = useMutation({
    mutationFn: (archived: boolean) => changeGroup(id, { archived }),
    onSuccess: (_, archived) => {
      fresh()
      if (!archived) return
      notifications.show({
        message: (
          <>
            {say('groups.archived', { name })}{' '}
            <Anchor component="button" size="sm" onClick={() => archive.mutate(false)}>
              {say('groups.undo')}
            </Anchor>
          </>
        ),
      })
    },
    onError,
  })
  const workspace = useWorkspace()
  const today = formats.shortDate(salonToday(workspace))
  const freeze = useMutation({
    mutationFn: () => freezeGroup(id, say('groups.frozenName', { name, date: today }).slice(0, 120)),
    onSuccess: ({ id, name, count }) => {
      fresh()
      notifications.show({ color: 'teal', message: say('groups.made', { name, count }) })
      void navigate({ to: '/groups/$id', params: { id } })
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: () => removeGroup(id),
    onSuccess: () => {
      void navigate({ to: '/groups' }).then(fresh)
    },
    onError,
  })
  if (!may(canChangeGroups)) return null
  return (
    <>
      {kind === 'live' && (
        <Button
          component={Link}
          to={`/groups/${id}/rule`}
          variant="default"
          leftSection={<IconAdjustments size={16} aria-hidden />}
        >
          {say('groups.editRule')}
        </Button>
      )}
      <Menu position="bottom-end" shadow="lg" radius="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={say('groups.more')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={17} aria-hidden />} onClick={rename.open}>
            {say('groups.rename')}
          </Menu.Item>
          {kind === 'live' && (
            <Menu.Item leftSection={<IconSnowflake size={17} aria-hidden />} onClick={() => freeze.mutate()}>
              {say('groups.freeze')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={archivedAt ? <IconArchiveOff size={17} aria-hidden /> : <IconArchive size={17} aria-hidden />}
            onClick={() => archive.mutate(archivedAt === null)}
          >
            {say(archivedAt ? 'groups.bringBack' : 'groups.putAway')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={17} aria-hidden />}
            onClick={() =>
              sure({
                question: say('groups.removeSure', { name }),
                yes: say('groups.remove'),
                onYes: () => remove.mutate(),
              })
            }
          >
            {say('groups.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameGroup key={name} group={group} opened={renaming} onClose={rename.close} />
    </>
  )
}
