import { Badge } from '@mantine/core'
import type { GroupFacts } from '../../api/groups.ts'
import { useText } from '../../i18n/index.ts'

/** Whether a group's people are fixed, or whoever its rule holds for. */
export function KindBadge({ kind }: Pick<GroupFacts, 'kind'>) {
  const { say } = useText()
  return (
    <Badge variant="light" color={kind === 'live' ? 'teal' : 'gray'} tt="none" size="md">
      {say(`groups.kind.${kind}`)}
    </Badge>
  )
}
