import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '../i18n/index.ts'
import { Card } from './card.tsx'
import { Empty } from './empty.tsx'
import { PageHeader } from './page-header.tsx'

/** Stands in for a page of numbers while there is nothing to count. */
export function NoBook({ title }: { title: string }) {
  const { say } = useText()
  return (
    <>
      <PageHeader title={title} />
      <Card>
        <Empty icon={IconFileImport} title={say('common.noBookTitle')} text={say('common.noBookText')}>
          <Button component={Link} to="/import">
            {say('nav.import')}
          </Button>
        </Empty>
      </Card>
    </>
  )
}
