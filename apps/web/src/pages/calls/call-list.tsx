import { canWorkCalls } from '@comeback/server/permissions'
import { Skeleton } from '@mantine/core'
import { IconPhoneCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callsQuery, type Shown } from '../../api/calls.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useText } from '../../i18n/index.ts'
import { MoreButton } from '../api/more-button.tsx'
import { CallRow } from './call-row.tsx'
import { CallSheet } from './call-sheet.tsx'
import classes from './calls.module.css'

/** The entries, and over them the one somebody is working on. */
export function CallList({ show }: { show: Shown }) {
  const { say } = useText()
  const may = useMay()
  const list = useInfiniteQuery(callsQuery(show))
  const [openId, setOpenId] = useState<string | null>(null)
  if (list.isError) return <LoadFailed error={list.error} retry={list.refetch} />
  if (!list.data) return <Skeleton height={220} radius="lg" aria-label={say('common.loading')} />
  const calls = list.data.pages.flatMap((page) => page.calls)
  const today = list.data.pages[0]?.today ?? ''
  const open = calls.find(({ id }) => id === openId)
  if (calls.length === 0) {
    return (
      <Card>
        <Empty icon={IconPhoneCheck} title={say(`calls.empty.${show}`)} text={say(`calls.emptyText.${show}`)} />
      </Card>
    )
  }
  return (
    <>
      <Card flush label={say(`calls.show.${show}`)}>
        <ul className={classes.list}>
          {calls.map((call) => (
            <li key={call.id}>
              <CallRow call={call} today={today} onWork={may(canWorkCalls) ? () => setOpenId(call.id) : null} />
            </li>
          ))}
        </ul>
      </Card>
      <MoreButton query={list} />
      {open && <CallSheet key={open.id} call={open} today={today} close={() => setOpenId(null)} />}
    </>
  )
}
