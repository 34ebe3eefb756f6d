import { Button, Group } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconHeartBroken, IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Empty } from '../components/empty.tsx'
import { useText } from '../i18n/index.ts'

/** What the link led to is not there (any more): says so, with the way to the list it would be in. */
export function GoneFromList({ text, to, list }: { text: string; to: '/groups' | '/campaigns'; list: string }) {
  const { say } = useText()
  return (
    <Empty icon={IconMapOff} title={say('errors.notFoundTitle')} text={text}>
      <Button component={Link} to={to} variant="default">
        {list}
      </Button>
    </Empty>
  )
}

export function NotFound() {
  const { say } = useText()
  useDocumentTitle(`${say('errors.notFoundTitle')} · Comeback`)
  return (
    <Empty icon={IconMapOff} title={say('errors.notFoundTitle')} text={say('errors.notFoundText')}>
      <Button component={Link} to="/" variant="default">
        {say('errors.home')}
      </Button>
    </Empty>
  )
}

/** Stands in for a page that threw; what it threw is in the console for whoever mends it. */
export function PageBroke() {
  const { say } = useText()
  useDocumentTitle(`${say('errors.pageTitle')} · Comeback`)
  return (
    <Empty icon={IconHeartBroken} title={say('errors.pageTitle')} text={say('errors.pageText')}>
      <Group>
        <Button onClick={() => window.location.reload()}>{say('errors.reload')}</Button>
        <Button component="a" href="/" variant="default">
          {say('errors.home')}
        </Button>
      </Group>
    </Empty>
  )
}
