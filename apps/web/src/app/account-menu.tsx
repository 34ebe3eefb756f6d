import { canHost, canSeeMembers } from '@comeback/server/permissions'
import { Menu, UnstyledButton } from '@mantine/core'
import {
  IconBuildingStore,
  IconCheck,
  IconFlask,
  IconLogout,
  IconShieldLock,
  IconUserCircle,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { enterPractice } from '../api/practice.ts'
import { chooseWorkspace, signOut } from '../api/session.ts'
import { useText } from '../i18n/index.ts'
import classes from './account-menu.module.css'
import { useMay, useSession } from './session-context.tsx'
import { useSalonChoice } from './use-salon-choice.ts'
import { useSalonName } from './use-salon-name.ts'

/** Who is signed in: their account, the people of the salon, their other salons, the way out; for a stranger, the way in. */
export function AccountMenu() {
  const { say } = useText()
  const { user, workspaces, workspaceId, demoWorkspaceId } = useSession()
  const may = useMay()
  const nameOf = useSalonName()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: signOut,
    async onSuccess() {
      queries.clear()
      await navigate({ to: '/sign-in', search: { w: undefined } })
    },
  })
  const choose = useSalonChoice(chooseWorkspace)
  const practise = useSalonChoice(enterPractice)
  if (!user) {
    return (
      <Link to="/sign-in" className={classes.button!}>
        <IconUserCircle size={18} stroke={1.7} aria-hidden />
        {say('account.signInNow')}
      </Link>
    )
  }
  const salons = [...workspaces.map(({ id }) => id), ...(demoWorkspaceId ? [demoWorkspaceId] : [])]
  return (
    <Menu position="top-start" width={240} shadow="md" radius="md">
      <Menu.Target>
        <UnstyledButton className={classes.button!}>
          <IconUserCircle size={18} stroke={1.7} aria-hidden />
          <span>{user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {salons.length > 1 &&
          salons.map((id) => (
            <Menu.Item
              key={id}
              leftSection={id === workspaceId ? <IconCheck size={16} aria-hidden /> : <span className={classes.gap} />}
              onClick={() => choose.mutate(id)}
            >
              {nameOf(id)}
            </Menu.Item>
          ))}
        {!workspaces.some(({ isPractice }) => isPractice) && (
          <Menu.Item
            leftSection={<IconFlask size={16} aria-hidden />}
            title={say('practice.explain')}
            onClick={() => practise.mutate()}
          >
            {say('practice.name')}
          </Menu.Item>
        )}
        <Menu.Divider />
        {may(canSeeMembers) && (
          <Menu.Item component={Link} to="/members" leftSection={<IconUsersGroup size={16} aria-hidden />}>
            {say('account.members')}
          </Menu.Item>
        )}
        {canHost(user) && (
          <Menu.Item component={Link} to="/host" leftSection={<IconBuildingStore size={16} aria-hidden />}>
            {say('host.menu')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/account" leftSection={<IconShieldLock size={16} aria-hidden />}>
          {say('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {say('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
