import { Button, Group } from '@mantine/core'
import { IconBuildingStore, IconLock } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { chooseWorkspace } from '../api/session.ts'
import { Card } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { Failure } from '../components/failure.tsx'
import { useText } from '../i18n/index.ts'
import type { Asked } from './salon-mark.ts'
import { useSession } from './session-context.tsx'
import { useSalonName } from './use-salon-name.ts'

/** Stands in for a page of another salon than the one looked at: says so, and leads to either. */
export function OtherSalon({ asked }: { asked: Exclude<Asked, 'here'> }) {
  const { say } = useText()
  const { user, workspaceId } = useSession()
  const nameOf = useSalonName()
  const current = nameOf(workspaceId)
  const stay = (
    <Button component="a" href="/retention" variant="default">
      {say('salons.stay', { salon: current })}
    </Button>
  )
  return (
    <Card>
      {asked === 'unseen' ? (
        <Empty
          icon={IconLock}
          title={say(user ? 'salons.unseenTitle' : 'salons.signInTitle')}
          text={user ? say('salons.unseenText', { email: user.email }) : say('salons.signInText')}
        >
          <Group justify="center">
            {!user && (
              <Button component={Link} to="/sign-in">
                {say('account.signInNow')}
              </Button>
            )}
            {stay}
          </Group>
        </Empty>
      ) : (
        <Empty
          icon={IconBuildingStore}
          title={say('salons.otherTitle', { salon: nameOf(asked.id) })}
          text={say('salons.otherText', { salon: current })}
        >
          <Group justify="center">
            <OpenSalon id={asked.id} />
            {stay}
          </Group>
        </Empty>
      )}
    </Card>
  )
}

/** Looks at the salon the address is of; the page begins anew there, with nothing left of the one before. */
function OpenSalon({ id }: { id: string }) {
  const { say } = useText()
  const nameOf = useSalonName()
  const open = useMutation({ mutationFn: () => chooseWorkspace(id), onSuccess: () => window.location.reload() })
  return (
    <>
      {open.error && <Failure error={open.error} />}
      <Button loading={open.isPending || open.isSuccess} onClick={() => open.mutate()}>
        {say('salons.open', { salon: nameOf(id) })}
      </Button>
    </>
  )
}
