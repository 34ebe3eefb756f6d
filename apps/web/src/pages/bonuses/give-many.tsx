import { Button, Modal, NumberInput, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  ALL_BONUSES,
  bonusRulesQuery,
  giveMany,
  groupChoicesQuery,
  previewQuery,
  requestKey,
} from '../../api/bonuses.ts'
import type { BonusRules } from '../../api/types.ts'
import { salonToday } from '../../app/salon-today.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { GiveFields, usualExpiry } from '../../components/bonuses/give-fields.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'

/** Gives bonuses to a group: how many get how much, and what it costs at most, is said before. */
export function GiveMany({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useText()
  const rules = useQuery({ ...bonusRulesQuery, enabled: opened })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      centered
      title={<b>{say('bonuses.giveMany')}</b>}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {rules.data && <Form rules={rules.data} onDone={onClose} />}
    </Modal>
  )
}

function Form({ rules, onDone }: { rules: BonusRules; onDone: () => void }) {
  const { say } = useText()
  const queries = useQueryClient()
  const groups = useQuery(groupChoicesQuery)
  const [key] = useState(requestKey)
  const [groupId, setGroupId] = useState<string | null>(null)
  const [points, setPoints] = useState<string | number>(500)
  const workspace = useWorkspace()
  const [more, setMore] = useState({ reason: '', expiresOn: usualExpiry(rules, salonToday(workspace)) })
  const give = useMutation({
    mutationFn: () =>
      giveMany({
        to: { kind: 'group', id: groupId ?? '' },
        points: Number(points),
        ...{ reason: more.reason, expiresOn: more.expiresOn || null, key },
      }),
    onSuccess: ({ accrued }) => {
      notifications.show({ message: say('bonuses.givenTo', { count: accrued }) })
      onDone()
      return queries.invalidateQueries({ queryKey: ALL_BONUSES })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  const known = groups.data?.groups ?? []
  if (groups.data && known.length === 0) return <p className={classes.hint}>{say('bonuses.noGroups')}</p>
  return (
    <form className={classes.form} onSubmit={submit}>
      <Select
        label={say('bonuses.group')}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={groupId}
        onChange={setGroupId}
        searchable
        data-autofocus
      />
      <NumberInput
        label={say('bonuses.each')}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={points}
        onChange={setPoints}
      />
      <GiveFields {...more} onChange={(change) => setMore({ ...more, ...change })} />
      <Preview groupId={groupId} points={Number(points)} />
      {(groups.error ?? give.error) && <Failure error={groups.error ?? give.error} />}
      <Button type="submit" loading={give.isPending} disabled={groupId === null || Number(points) < 1}>
        {say('bonuses.give')}
      </Button>
    </form>
  )
}

/** How many get how much, and what it costs at most. */
function Preview({ groupId, points }: { groupId: string | null; points: number }) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const [asked] = useDebouncedValue(points, 300)
  const preview = useQuery(previewQuery(groupId, asked))
  if (preview.error) return <Failure error={preview.error} />
  if (!preview.data) return null
  const { clients, points: all, mostMinor } = preview.data
  if (clients === 0) return <p className={classes.hint}>{say('bonuses.nobody')}</p>
  return (
    <p className={classes.hint} role="status">
      <b>{say('bonuses.willGet', { count: clients })}</b>{' '}
      {say('bonuses.atMost', {
        points: say('bonuses.count', { count: all }),
        money: formats.money(mostMinor, currency),
      })}
    </p>
  )
}
