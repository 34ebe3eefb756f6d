import { mostRedeemable, takeFrom, worthOf } from '@comeback/server/bonuses/most-redeemable'
import { Button, NumberInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ALL_BONUSES, payWithBonuses, requestKey } from '../../api/bonuses.ts'
import type { BonusRules, BonusStatement } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { toMinor } from '../../components/bonuses/minor-units.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'

interface Props {
  id: string
  rules: BonusRules
  lots: BonusStatement['lots']
  onDone: () => void
}

/** Pays a part of a bill with a client's bonuses; says how many may, and what is left to pay in money. */
export function PayWithBonuses({ id, rules, lots, onDone }: Props) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const queries = useQueryClient()
  const [key] = useState(requestKey)
  const [bill, setBill] = useState<string | number>('')
  const [asked, setAsked] = useState<string | number | null>(null)
  const [reason, setReason] = useState('')
  const billMinor = toMinor(bill, currency)
  const most = mostRedeemable(lots, billMinor ?? 0, rules.capPercent).points
  const points = Number(asked ?? most)
  const pay = useMutation({
    mutationFn: () => payWithBonuses(id, { points, billMinor: billMinor ?? 0, reason, key }),
    onSuccess: () => {
      notifications.show({ message: say('bonuses.payDone') })
      onDone()
      return queries.invalidateQueries({ queryKey: ALL_BONUSES })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    pay.mutate()
  }
  const left = billMinor === null ? null : billMinor - worthOf(takeFrom(lots, points))
  return (
    <form className={classes.form} onSubmit={submit}>
      <NumberInput
        label={say('bonuses.billMoney')}
        min={0}
        max={100_000_000}
        value={bill}
        onChange={setBill}
        data-autofocus
      />
      <NumberInput
        label={say('bonuses.points')}
        min={1}
        allowDecimal={false}
        value={billMinor === null ? '' : points}
        onChange={setAsked}
        disabled={billMinor === null}
      />
      <TextInput
        label={say('bonuses.note')}
        maxLength={200}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {billMinor !== null && (
        <p className={classes.hint} role="status">
          {say('bonuses.most', {
            points: say('bonuses.count', { count: most }),
            percent: formats.percent(rules.capPercent / 100),
          })}{' '}
          {left !== null && left >= 0 && say('bonuses.leftToPay', { money: formats.money(left, currency) })}
        </p>
      )}
      {pay.error && <Failure error={pay.error} />}
      <Button type="submit" loading={pay.isPending} disabled={billMinor === null || points < 1}>
        {say('bonuses.pay')}
      </Button>
    </form>
  )
}
