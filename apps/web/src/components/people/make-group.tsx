import { canChangeGroups } from '@comeback/server/permissions'
import { Anchor, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconUsersPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { GROUPS, makeGroupOfList } from '../../api/groups.ts'
import type { ListSource } from '../../api/queries.ts'
import { useMay, useSession } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useText } from '../../i18n/index.ts'
import { useErrorText } from '../error-text.ts'

interface Props {
  source: ListSource
  name: string
}

const LONGEST_NAME = 120

/** Keeps everybody on the list as a group, in one step; strangers and those without the plan are told what it takes. */
export function MakeGroup({ source, name }: Props) {
  const { say } = useText()
  const may = useMay()
  const { actor } = useSession()
  const { has } = usePlan()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const errorText = useErrorText()
  const make = useMutation({
    mutationFn: () => makeGroupOfList(name.slice(0, LONGEST_NAME), source),
    onSuccess: ({ id, name, count }) => {
      void queries.invalidateQueries({ queryKey: GROUPS })
      notifications.show({
        color: 'teal',
        message: (
          <>
            {say('groups.made', { name, count })}{' '}
            <Anchor component="button" size="sm" onClick={() => void navigate({ to: '/groups/$id', params: { id } })}>
              {say('groups.open')}
            </Anchor>
          </>
        ),
      })
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  const isStranger = actor.role === 'stranger'
  if (!may(canChangeGroups) && !isStranger) return null
  const press = () => {
    if (isStranger || !has('winback')) void navigate({ to: '/groups' })
    else make.mutate()
  }
  return (
    <Button
      variant="light"
      size="sm"
      leftSection={<IconUsersPlus size={16} aria-hidden />}
      loading={make.isPending}
      onClick={press}
    >
      {say('groups.make')}
    </Button>
  )
}
