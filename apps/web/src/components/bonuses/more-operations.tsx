import { Button } from '@mantine/core'
import { useText } from '../../i18n/index.ts'

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

/** The next page of operations, where there is one. */
export function MoreOperations({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: Props) {
  const { say } = useText()
  if (!hasNextPage) return null
  return (
    <Button size="xs" variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {say('bonuses.more')}
    </Button>
  )
}
