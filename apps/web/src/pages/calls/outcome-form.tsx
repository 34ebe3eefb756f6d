import { Button, Chip, Group, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { decideCall } from '../../api/calls.ts'
import type { Call, CallOutcome } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './calls.module.css'
import { useCallWords } from './use-call-words.ts'
import { useUndo } from './use-undo.ts'

const OUTCOMES = [
  ...['booked', 'noAnswer', 'callBack', 'notInterested', 'wrongNumber', 'noCalls'],
] as const satisfies CallOutcome['outcome'][]
const AGAIN: CallOutcome['outcome'][] = ['noAnswer', 'callBack']
const SOON = [
  ['calls.tomorrow', 1],
  ['calls.inThreeDays', 3],
  ['calls.inAWeek', 7],
] as const

const after = (day: string, days: number) => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** How a call went: one press for most, a day when it is to be tried again, a note for the next time. */
export function OutcomeForm({ call, today, done }: { call: Call; today: string; done: () => void }) {
  const { say, formats } = useWords()
  const { nameOf } = useCallWords()
  const queries = useQueryClient()
  const undo = useUndo()
  const [outcome, setOutcome] = useState<CallOutcome['outcome'] | null>(null)
  const [nextOn, setNextOn] = useState(after(today, 1))
  const [note, setNote] = useState(call.note)
  const again = outcome !== null && AGAIN.includes(outcome)
  const save = useMutation({
    mutationFn: (chosen: CallOutcome['outcome']) =>
      decideCall(call.id, { outcome: chosen, note, nextOn: again ? nextOn : null, revision: call.revision }),
    onSuccess: (_, chosen) => {
      done()
      const id = `call-${call.id}`
      const takeBack = () => {
        notifications.hide(id)
        undo.mutate(call.id)
      }
      notifications.show({
        id,
        autoClose: 10_000,
        message: (
          <span className={classes.toast}>
            {say('calls.saved', { name: nameOf(call), outcome: say(`calls.outcome.${chosen}`) })}
            <Button size="compact-sm" variant="light" onClick={takeBack}>
              {say('calls.undo')}
            </Button>
          </span>
        ),
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['calls'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (outcome) save.mutate(outcome)
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <fieldset>
        <legend>{say('calls.outcomeTitle')}</legend>
        <Group gap={8}>
          {OUTCOMES.map((each) => (
            <Chip key={each} size="md" radius="md" checked={outcome === each} onChange={() => setOutcome(each)}>
              {say(`calls.outcome.${each}`)}
            </Chip>
          ))}
        </Group>
      </fieldset>
      {outcome === 'noCalls' && call.clientId !== null && <p className={classes.hint}>{say('calls.noCallsHint')}</p>}
      {again && (
        <fieldset>
          <legend>{say('calls.day')}</legend>
          <Group gap={8}>
            {SOON.map(([label, days]) => (
              <Chip
                key={label}
                size="sm"
                radius="md"
                checked={nextOn === after(today, days)}
                onChange={() => setNextOn(after(today, days))}
              >
                {say(label)}
              </Chip>
            ))}
          </Group>
          <DateInput
            mt={10}
            aria-label={say('calls.day')}
            value={nextOn}
            minDate={today}
            onChange={(day) => day && setNextOn(day)}
            valueFormat="D MMMM YYYY"
          />
        </fieldset>
      )}
      <Textarea
        label={say('calls.note')}
        placeholder={say('calls.notePlaceholder')}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {save.isError && <Failure error={save.error} />}
      <Button type="submit" size="md" disabled={outcome === null} loading={save.isPending}>
        {say('calls.save')}
        {again && ` · ${formats.shortDate(nextOn)}`}
      </Button>
    </form>
  )
}
