import { canChangeSettings } from '@comeback/server/permissions'
import { Button, NumberInput, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { retentionPreviewQuery } from '../../api/privacy.ts'
import { sendJson } from '../../api/request.ts'
import type { Workspace } from '../../api/types.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './privacy.module.css'

type Rules = Pick<Workspace['settings'], 'softOptIn' | 'eraseAfterMonths'>

const [SHORTEST, USUAL, LONGEST] = [12, 36, 120]

/** How this salon treats clients' contacts: whom it may write to, and how long it keeps them. */
export function PrivacyPage() {
  const { say } = useText()
  const may = useMay()
  if (!may(canChangeSettings)) return <NotForYou title={say('privacy.title')} />
  return (
    <>
      <PageHeader title={say('privacy.title')}>{say('privacy.lead')}</PageHeader>
      <PrivacyRules />
    </>
  )
}

function PrivacyRules() {
  const { say } = useText()
  const { softOptIn, eraseAfterMonths } = useWorkspace().settings
  const saved: Rules = { softOptIn, eraseAfterMonths }
  const [draft, setDraft] = useState(saved)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (settings: Rules) => sendJson('PATCH', '/workspace', { settings }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const changed = JSON.stringify(draft) !== JSON.stringify(saved)
  const months = draft.eraseAfterMonths
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  return (
    <form onSubmit={submit}>
      <Card label={say('privacy.consents')}>
        <h2 className={classes.heading}>{say('privacy.consents')}</h2>
        <Switch
          label={say('privacy.softOptIn')}
          description={say('privacy.softOptInHint')}
          checked={draft.softOptIn}
          onChange={({ currentTarget }) => setDraft({ ...draft, softOptIn: currentTarget.checked })}
        />
      </Card>
      <Card label={say('privacy.retention')}>
        <h2 className={classes.heading}>{say('privacy.retention')}</h2>
        <Switch
          label={say('privacy.retentionOn')}
          description={say('privacy.retentionHint')}
          checked={months !== null}
          onChange={({ currentTarget }) =>
            setDraft({ ...draft, eraseAfterMonths: currentTarget.checked ? USUAL : null })
          }
        />
        {months !== null && (
          <div className={classes.months}>
            <NumberInput
              label={say('privacy.months')}
              min={SHORTEST}
              max={LONGEST}
              allowDecimal={false}
              clampBehavior="blur"
              value={months}
              onChange={(value) => setDraft({ ...draft, eraseAfterMonths: Number(value) })}
            />
            <Preview months={months} />
          </div>
        )}
      </Card>
      {save.isError && <Failure error={save.error} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!changed || !isPeriod(months)} loading={save.isPending}>
          {say('settings.save')}
        </Button>
        <span role="status">{save.isSuccess && !changed ? say('settings.saved') : ''}</span>
      </div>
    </form>
  )
}

function isPeriod(months: number | null): boolean {
  return months === null || (months >= SHORTEST && months <= LONGEST)
}

/** How many clients would be erased now: said before anything is saved. */
function Preview({ months }: { months: number }) {
  const { say } = useText()
  const [asked] = useDebouncedValue(isPeriod(months) ? months : null, 300)
  const preview = useQuery(retentionPreviewQuery(asked))
  if (!isPeriod(months)) return <p className={classes.preview}>{say('privacy.monthsWrong')}</p>
  if (preview.error) return <Failure error={preview.error} />
  return (
    <p className={classes.preview} role="status">
      {preview.data ? say('privacy.wouldErase', { count: preview.data.clients }) : say('common.loading')}
    </p>
  )
}
