import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendJson } from '../../api/request.ts'
import type { Workspace } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Defined } from '../../components/definition.tsx'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { CurrencyAndZone } from './currency-and-zone.tsx'
import classes from './settings.module.css'

type SalonSettings = Pick<Workspace, 'name' | 'currency' | 'timeZone' | 'settings'>

const DEFAULTS: Pick<Workspace['settings'], 'pastScheduled' | 'regularFromVisit' | 'thresholds'> = {
  pastScheduled: 'completed',
  regularFromVisit: 3,
  thresholds: { active: 1.25, due: 2, atRisk: 3 },
}
const THRESHOLDS = ['active', 'due', 'atRisk'] as const
const PAST = ['completed', 'ignored'] as const

/** What the salon is called and how it counts; saved as one, so that half a change never shows in a number. */
export function SalonSettings() {
  const { say, formats } = useWords()
  const { name, currency, timeZone, settings } = useWorkspace()
  const saved: SalonSettings = { name, currency, timeZone, settings }
  const [draft, setDraft] = useState(saved)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (next: SalonSettings) => sendJson<SalonSettings>('PATCH', '/workspace', next),
    onSuccess: () => queries.invalidateQueries(),
  })
  const { thresholds } = draft.settings
  const ordered = thresholds.active > 0 && thresholds.active < thresholds.due && thresholds.due < thresholds.atRisk
  const changed = JSON.stringify(draft) !== JSON.stringify(saved)
  const set = (settings: Partial<Workspace['settings']>) =>
    setDraft({ ...draft, settings: { ...draft.settings, ...settings } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  return (
    <form onSubmit={submit}>
      <dl className={classes.list}>
        <dt>
          <label htmlFor="salon-name">{say('settings.name')}</label>
        </dt>
        <dd>
          <TextInput
            id="salon-name"
            maxLength={80}
            value={draft.name}
            placeholder={say('settings.namePlaceholder')}
            onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
          />
        </dd>
        <CurrencyAndZone saved={saved} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <dt id="past-scheduled">{say('imports.pastScheduled')}</dt>
        <dd>
          <SegmentedControl
            aria-labelledby="past-scheduled"
            value={draft.settings.pastScheduled}
            onChange={(value) => set({ pastScheduled: PAST.find((each) => each === value) ?? 'completed' })}
            data={[
              { value: 'completed', label: say('imports.pastCompleted') },
              { value: 'ignored', label: say('imports.pastIgnored') },
            ]}
          />
        </dd>
        <dt>
          <label htmlFor="regular-from">{say('settings.regularFrom')}</label>
        </dt>
        <dd>
          <NumberInput
            id="regular-from"
            className={classes.short!}
            min={2}
            max={50}
            allowDecimal={false}
            clampBehavior="strict"
            value={draft.settings.regularFromVisit}
            onChange={(value) => set({ regularFromVisit: Number(value) || DEFAULTS.regularFromVisit })}
          />
        </dd>
        <dt>
          <Defined of="state">{say('settings.thresholds')}</Defined>
        </dt>
        <dd className={classes.thresholds}>
          {THRESHOLDS.map((state) => (
            <NumberInput
              key={state}
              className={classes.short!}
              label={say(`settings.until.${state}`)}
              min={0.1}
              max={20}
              step={0.25}
              decimalScale={2}
              decimalSeparator={formats.decimal(0.5, 1).charAt(1)}
              value={thresholds[state]}
              error={!ordered}
              onChange={(value) => set({ thresholds: { ...thresholds, [state]: Number(value) } })}
            />
          ))}
          <small>{say(ordered ? 'settings.thresholdsHint' : 'settings.thresholdsWrong')}</small>
        </dd>
      </dl>
      {save.isError && <Failure error={save.error} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!changed || !ordered} loading={save.isPending}>
          {say('settings.save')}
        </Button>
        <Button variant="subtle" onClick={() => set(DEFAULTS)}>
          {say('settings.defaults')}
        </Button>
        <span role="status">{save.isSuccess && !changed ? say('settings.saved') : ''}</span>
      </div>
    </form>
  )
}
