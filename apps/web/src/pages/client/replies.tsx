import { canSeeReplies, canWorkCalls } from '@comeback/server/permissions'
import { useInfiniteQuery } from '@tanstack/react-query'
import { repliesQuery } from '../../api/replies.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import rows from '../../components/replies/replies.module.css'
import { ReplyRow } from '../../components/replies/reply-row.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { MoreButton } from '../api/more-button.tsx'
import classes from './client.module.css'

/** What the client wrote back; nothing where they never did. */
export function Replies({ id }: { id: string }) {
  const { say } = useWords()
  const may = useMay()
  const { has } = usePlan()
  const list = useInfiniteQuery({ ...repliesQuery('all', id), enabled: may(canSeeReplies) && has('winback') })
  const replies = list.data?.pages.flatMap((page) => page.replies) ?? []
  if (replies.length === 0) return null
  return (
    <Card label={say('replies.title')}>
      <h2 className={classes.heading}>{say('replies.title')}</h2>
      <ul className={rows.list}>
        {replies.map((reply) => (
          <ReplyRow key={reply.id} reply={reply} withName={false} mayMark={may(canWorkCalls)} />
        ))}
      </ul>
      <MoreButton query={list} />
    </Card>
  )
}
