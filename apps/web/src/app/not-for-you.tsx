import { Button, Group } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Card } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { useText } from '../i18n/index.ts'
import { useSession } from './session-context.tsx'

/** Stands in for a page a stranger, or a role, is not shown: says why and what to do. */
export function NotForYou({ title }: { title: string }) {
  const { say } = useText()
  const { user, actor, registration } = useSession()
  return (
    <>
      <PageHeader title={title} />
      <Card>
        {user && actor.role === 'stranger' ? (
          <Empty icon={IconLock} title={say('account.demoOnlyTitle')} text={say('account.demoOnlyText')} />
        ) : user ? (
          <Empty icon={IconLock} title={say('account.notAllowedTitle')} text={say('account.notAllowedText')} />
        ) : (
          <Empty icon={IconLock} title={say('account.signInFirstTitle')} text={say('account.signInFirstText')}>
            <Group justify="center">
              {registration !== 'invited' && (
                <Button component={Link} to="/register">
                  {say('account.register')}
                </Button>
              )}
              <Button component={Link} to="/sign-in" variant={registration === 'invited' ? 'filled' : 'default'}>
                {say('account.signInNow')}
              </Button>
            </Group>
          </Empty>
        )}
      </Card>
    </>
  )
}
