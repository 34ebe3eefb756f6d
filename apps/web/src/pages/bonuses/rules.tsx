import { canSetBonusRules } from '@comeback/server/permissions'
import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { bonusRulesQuery, saveBonusRules } from '../../api/bonuses.ts'
import type { BonusRules } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { minorUnits } from '../../components/bonuses/minor-units.ts'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'

/** What a bonus is worth, how much of a bill it pays, how long it lasts. */
export function Rules() {
  const { say } = useText()
  const rules = useQuery(bonusRulesQuery)
  if (!rules.data) return rules.error && <Failure error={rules.error} />
  return (
    <Card label={say('bonuses.rules')}>
      <h2 className={classes.heading}>{say('bonuses.rules')}</h2>
      <p className={classes.lead}>{say('bonuses.rulesLead')}</p>
      <RulesForm saved={rules.data} />
    </Card>
  )
}

function RulesForm({ saved }: { saved: BonusRules }) {
  const { say } = useText()
  const { currency } = useWorkspace()
  const may = useMay()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(saved)
  const save = useMutation({
    mutationFn: () => saveBonusRules(draft),
    onSuccess: (rules) => queries.setQueryData(bonusRulesQuery.queryKey, rules),
  })
  const readOnly = !may(canSetBonusRules)
  const changed = JSON.stringify(draft) !== JSON.stringify(saved)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const unit = minorUnits(currency)
  const field = (label: string, value: number | '', max: number, set: (value: number) => Partial<BonusRules>) => (
    <NumberInput
      label={label}
      min={0}
      max={max}
      clampBehavior="blur"
      readOnly={readOnly}
      value={value}
      onChange={(typed) => setDraft({ ...draft, ...set(Number(typed)) })}
    />
  )
  return (
    <form onSubmit={submit}>
      <div className={classes.fields}>
        {field(`${say('bonuses.pointWorth')}, ${currency}`, draft.pointMinor / unit, 10_000, (value) => ({
          pointMinor: Math.round(value * unit),
        }))}
        {field(say('bonuses.cap'), draft.capPercent, 100, (capPercent) => ({ capPercent }))}
        {field(say('bonuses.life'), draft.lifeDays ?? '', 3650, (days) => ({ lifeDays: days || null }))}
        {field(say('bonuses.earn'), draft.earnBasisPoints / 100, 50, (value) => ({
          earnBasisPoints: Math.round(value * 100),
        }))}
      </div>
      <p className={classes.hint}>{say('bonuses.earnHint')}</p>
      {save.error && <Failure error={save.error} />}
      {!readOnly && (
        <div className={classes.save}>
          <Button type="submit" disabled={!changed || draft.pointMinor < 1} loading={save.isPending}>
            {say('bonuses.save')}
          </Button>
          <span role="status">{save.isSuccess && !changed ? say('bonuses.saved') : ''}</span>
        </div>
      )}
    </form>
  )
}
