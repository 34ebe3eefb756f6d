import { canSeeReplies, canWorkCalls } from '@comeback/server/permissions'
import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { markReplies, REPLIES_SHOWN, type RepliesShown, repliesQuery, replyCountQuery } from '../../api/replies.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import rows from '../../components/replies/replies.module.css'
import { ReplyRow } from '../../components/replies/reply-row.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { MoreButton } from '../api/more-button.tsx'

const route = getRouteApi('/replies')

/** What clients wrote back, until somebody of the salon has read it. */
export function RepliesPage() {
  const { say } = useWords()
  const may = useMay()
  const { has } = usePlan()
  if (!may(canSeeReplies)) return <NotForYou title={say('replies.title')} />
  if (has('winback')) return <Inbox />
  return (
    <>
      <PageHeader title={say('replies.title')} />
      <Locked feature="winback" />
    </>
  )
}

function Inbox() {
  const { say, formats } = useWords()
  const may = useMay()
  const { show = 'unread' } = route.useSearch()
  const navigate = route.useNavigate()
  const queries = useQueryClient()
  const { data } = useQuery(replyCountQuery)
  const mark = useMutation({
    mutationFn: () => markReplies(null, true),
    onSettled: () => queries.invalidateQueries({ queryKey: ['replies'] }),
  })
  const unread = data?.unread ?? 0
  const choose = (value: string) => {
    void navigate({ search: value === 'all' ? { show: 'all' } : {}, replace: true })
  }
  const label = (each: RepliesShown) =>
    each === 'unread' && unread > 0
      ? `${say('replies.show.unread')} · ${formats.number(unread)}`
      : say(`replies.show.${each}`)
  return (
    <>
      <PageHeader
        title={say('replies.title')}
        actions={
          unread > 0 &&
          may(canWorkCalls) && (
            <Button variant="default" loading={mark.isPending} onClick={() => mark.mutate()}>
              {say('replies.allRead')}
            </Button>
          )
        }
      >
        {say('replies.lead')}
      </PageHeader>
      {mark.error && <Failure error={mark.error} />}
      <SegmentedControl
        my="md"
        aria-label={say('replies.shown')}
        value={show}
        onChange={choose}
        data={REPLIES_SHOWN.map((value) => ({ value, label: label(value) }))}
      />
      <List show={show} />
    </>
  )
}

function List({ show }: { show: RepliesShown }) {
  const { say } = useWords()
  const may = useMay()
  const list = useInfiniteQuery(repliesQuery(show))
  if (list.isError) return <LoadFailed error={list.error} retry={list.refetch} />
  if (!list.data) return <Skeleton height={220} radius="lg" aria-label={say('common.loading')} />
  const replies = list.data.pages.flatMap((page) => page.replies)
  if (replies.length === 0) {
    return (
      <Card>
        <Empty icon={IconMessages} title={say(`replies.empty.${show}`)} text={say('replies.emptyText')} />
      </Card>
    )
  }
  return (
    <>
      <Card label={say('replies.title')}>
        <ul className={rows.list}>
          {replies.map((reply) => (
            <ReplyRow key={reply.id} reply={reply} withName mayMark={may(canWorkCalls)} />
          ))}
        </ul>
      </Card>
      <MoreButton query={list} />
    </>
  )
}
