import { canSetBookingPage } from '@comeback/server/permissions'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { bookingQuery } from '../../api/calls.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { BookingForm } from './booking-form.tsx'

/** Where the links of messages lead. */
export function BookingPage() {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  if (!may(canSetBookingPage)) return <NotForYou title={say('booking.title')} />
  return (
    <>
      <PageHeader title={say('booking.title')}>{say('booking.lead')}</PageHeader>
      {has('winback') ? <Settings /> : <Locked feature="winback" />}
    </>
  )
}

function Settings() {
  const { say } = useText()
  const booking = useQuery(bookingQuery)
  if (booking.isError) return <LoadFailed error={booking.error} retry={booking.refetch} />
  if (!booking.data) return <Skeleton height={320} radius="lg" aria-label={say('common.loading')} />
  return <BookingForm booking={booking.data} />
}
