import { Alert, Button, Group, Switch, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { bookingQuery, changeBooking } from '../../api/calls.ts'
import type { Booking } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './booking.module.css'
import { PublicAddress } from './public-address.tsx'

/** The salon's own booking and the request page, saved as one. */
export function BookingForm({ booking }: { booking: Booking }) {
  const { say } = useText()
  const saved = booking.settings
  const [draft, setDraft] = useState(saved)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: changeBooking,
    onSuccess: (next) => {
      queries.setQueryData(bookingQuery.queryKey, next)
      setDraft(next.settings)
    },
  })
  const set = (change: Partial<Booking['settings']>) => setDraft({ ...draft, ...change })
  const changed = JSON.stringify(draft) !== JSON.stringify(saved)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      {booking.onlyHere && (
        <Alert color="yellow" variant="light" radius="lg" icon={<IconAlertTriangle aria-hidden />}>
          {say('booking.onlyHere', { address: booking.address })}
        </Alert>
      )}
      <Card label={say('booking.own')}>
        <h2 className={classes.heading}>{say('booking.own')}</h2>
        <p className={classes.hint}>{say('booking.ownHint')}</p>
        <TextInput
          type="url"
          label={say('booking.url')}
          placeholder="https://"
          maxLength={1000}
          value={draft.bookingUrl}
          onChange={({ currentTarget }) => set({ bookingUrl: currentTarget.value.trim() })}
        />
        {draft.bookingUrl !== '' && <Marks draft={draft} set={set} />}
      </Card>
      <Card label={say('booking.page')}>
        <h2 className={classes.heading}>{say('booking.page')}</h2>
        <p className={classes.hint}>{say('booking.pageHint')}</p>
        <div className={classes.fields}>
          <Switch
            label={say('booking.pageOn')}
            checked={draft.pageOn}
            onChange={({ currentTarget }) => set({ pageOn: currentTarget.checked })}
          />
          <Switch
            label={say('booking.publicOn')}
            description={say('booking.publicHint')}
            disabled={!draft.pageOn}
            checked={draft.publicOn}
            onChange={({ currentTarget }) => set({ publicOn: currentTarget.checked })}
          />
          {booking.publicUrl && saved.pageOn && <PublicAddress url={booking.publicUrl} />}
          <Textarea
            label={say('booking.opening')}
            placeholder={say('booking.openingPlaceholder')}
            autosize
            minRows={2}
            maxLength={500}
            value={draft.opening}
            onChange={({ currentTarget }) => set({ opening: currentTarget.value })}
          />
          <Textarea
            label={say('booking.contact')}
            description={say('booking.contactHint')}
            placeholder={say('booking.contactPlaceholder')}
            autosize
            maxLength={200}
            value={draft.contact}
            onChange={({ currentTarget }) => set({ contact: currentTarget.value })}
          />
        </div>
      </Card>
      {save.isError && <Failure error={save.error} />}
      <Group className={classes.buttons!}>
        <Button type="submit" disabled={!changed} loading={save.isPending}>
          {say('settings.save')}
        </Button>
        <span role="status">{save.isSuccess && !changed ? say('settings.saved') : ''}</span>
      </Group>
    </form>
  )
}

interface MarksProps {
  draft: Booking['settings']
  set: (change: Partial<Booking['settings']>) => void
}

/** What is added to the address of the salon's own booking. */
function Marks({ draft, set }: MarksProps) {
  const { say } = useText()
  return (
    <div className={classes.fields}>
      <div>
        <b className={classes.label}>{say('booking.marks')}</b>
        <p className={classes.hint}>{say('booking.marksHint')}</p>
        <Group grow>
          <TextInput
            label="utm_source"
            maxLength={40}
            value={draft.utmSource}
            onChange={({ currentTarget }) => set({ utmSource: currentTarget.value })}
          />
          <TextInput
            label="utm_medium"
            maxLength={40}
            value={draft.utmMedium}
            onChange={({ currentTarget }) => set({ utmMedium: currentTarget.value })}
          />
        </Group>
      </div>
      <Switch
        label={say('booking.phone')}
        description={say('booking.phoneHint')}
        checked={draft.phoneParameter !== null}
        onChange={({ currentTarget }) => set({ phoneParameter: currentTarget.checked ? 'phone' : null })}
      />
      {draft.phoneParameter !== null && (
        <TextInput
          label={say('booking.phoneParameter')}
          maxLength={40}
          required
          value={draft.phoneParameter}
          onChange={({ currentTarget }) => set({ phoneParameter: currentTarget.value })}
        />
      )}
    </div>
  )
}
