import { Button } from '@mantine/core'
import { IconCalendarQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { useText } from '../../i18n/index.ts'

/** Why there is no rebooking rate, and which column brings it. */
export function RebookingMissing() {
  const { say } = useText()
  return (
    <Card label={say('rebooking.title')}>
      <Empty
        icon={IconCalendarQuestion}
        title={say('rebooking.missing.title')}
        text={`${say('rebooking.missing.text')} ${say('rebooking.missing.what')}`}
      >
        <Button component={Link} to="/import">
          {say('nav.import')}
        </Button>
      </Empty>
    </Card>
  )
}
