import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ALL_BONUSES, giveBonuses, requestKey } from '../../api/bonuses.ts'
import type { BonusRules } from '../../api/types.ts'
import { salonToday } from '../../app/salon-today.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { GiveFields, usualExpiry } from '../../components/bonuses/give-fields.tsx'
import { toMinor } from '../../components/bonuses/minor-units.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'

/** Gives a client bonuses: so many, or the share the rules give of what was paid. */
export function GiveBonuses({ id, rules, onDone }: { id: string; rules: BonusRules; onDone: () => void }) {
  const { say, formats } = useWords()
  const workspace = useWorkspace()
  const { currency } = workspace
  const queries = useQueryClient()
  const [key] = useState(requestKey)
  const [by, setBy] = useState('points')
  const [amount, setAmount] = useState<string | number>(500)
  const [more, setMore] = useState({ reason: '', expiresOn: usualExpiry(rules, salonToday(workspace)) })
  const paidMinor = toMinor(amount, currency)
  const give = useMutation({
    mutationFn: () =>
      giveBonuses(id, {
        ...(by === 'points' ? { points: Number(amount) } : { paidMinor: paidMinor ?? 0 }),
        ...{ reason: more.reason, expiresOn: more.expiresOn || null, key },
      }),
    onSuccess: () => {
      notifications.show({ message: say('bonuses.giveDone') })
      onDone()
      return queries.invalidateQueries({ queryKey: ALL_BONUSES })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  const percent = formats.percent(rules.earnBasisPoints / 10_000)
  return (
    <form className={classes.form} onSubmit={submit}>
      {rules.earnBasisPoints > 0 && (
        <SegmentedControl
          aria-label={say('bonuses.giveBy')}
          value={by}
          onChange={setBy}
          data={[
            { value: 'points', label: say('bonuses.byPoints') },
            { value: 'paid', label: say('bonuses.byPaid', { percent }) },
          ]}
        />
      )}
      <NumberInput
        label={say(by === 'points' ? 'bonuses.points' : 'bonuses.paidMoney')}
        min={1}
        max={by === 'points' ? 1_000_000 : 100_000_000}
        allowDecimal={by === 'paid'}
        value={amount}
        onChange={setAmount}
        data-autofocus
      />
      <GiveFields {...more} onChange={(change) => setMore({ ...more, ...change })} />
      {give.error && <Failure error={give.error} />}
      <Button type="submit" loading={give.isPending} disabled={paidMinor === null}>
        {say('bonuses.give')}
      </Button>
    </form>
  )
}
