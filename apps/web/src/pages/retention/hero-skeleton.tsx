import { Skeleton } from '@mantine/core'
import { Card } from '../../components/card.tsx'

export function HeroSkeleton() {
  return (
    <Card>
      <Skeleton height={18} width={140} mb={14} />
      <Skeleton height={46} width={180} mb={18} />
      <Skeleton height={38} mb={14} />
      <Skeleton height={18} width="60%" />
    </Card>
  )
}
