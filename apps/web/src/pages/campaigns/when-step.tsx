import { NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { campaignSettingsQuery } from '../../api/campaigns.ts'
import type { Workspace } from '../../api/types.ts'
import { daysAfter, salonToday } from '../../app/salon-today.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import type { Draft } from '../../components/drafts/use-saved-draft.ts'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'

const NIGHT = { from: '21:00', to: '09:00' }

/** Tomorrow at eleven, by the salon's clock: a beginning to change. */
const tomorrow = (workspace: Workspace) => `${daysAfter(salonToday(workspace), 1)}T11:00`

/** At once or at a time, when to be quiet, and how long visits count. */
export function WhenStep({ draft: { plan, change } }: { draft: Draft }) {
  const { say } = useText()
  const workspace = useWorkspace()
  const { sendAt } = plan
  return (
    <>
      <SegmentedControl
        fullWidth
        maw={420}
        aria-label={say('campaigns.steps.when')}
        value={sendAt === null ? 'now' : 'later'}
        data={(['now', 'later'] as const).map((value) => ({ value, label: say(`campaigns.when.${value}`) }))}
        onChange={(value) => change({ sendAt: value === 'now' ? null : tomorrow(workspace) })}
      />
      {sendAt !== null && (
        <TextInput
          type="datetime-local"
          maw={260}
          label={say('campaigns.sendAt')}
          value={sendAt}
          onChange={(event) => event.currentTarget.value && change({ sendAt: event.currentTarget.value.slice(0, 16) })}
        />
      )}
      <TimeRules plan={plan} change={change} />
    </>
  )
}

/** When to be quiet, how long visits count, and how often one person may be written to. */
export function TimeRules({ plan, change }: Pick<Draft, 'plan' | 'change'>) {
  const { say } = useText()
  const settings = useQuery(campaignSettingsQuery)
  const { quiet } = plan
  return (
    <>
      <div>
        <Switch
          label={say('campaigns.quiet')}
          description={quiet ? say('campaigns.quietHint') : undefined}
          checked={quiet !== null}
          onChange={(event) => change({ quiet: event.currentTarget.checked ? NIGHT : null })}
        />
        {quiet && (
          <div className={classes.row}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                label={say(end === 'from' ? 'campaigns.quietFrom' : 'campaigns.quietTo')}
                value={quiet[end]}
                onChange={(event) =>
                  event.currentTarget.value &&
                  change({ quiet: { ...quiet, [end]: event.currentTarget.value.slice(0, 5) } })
                }
              />
            ))}
          </div>
        )}
      </div>
      <NumberInput
        maw={220}
        label={say('campaigns.window')}
        value={plan.windowDays}
        min={7}
        max={180}
        allowDecimal={false}
        onChange={(value) => Number(value) >= 7 && Number(value) <= 180 && change({ windowDays: Number(value) })}
      />
      {settings.data && (
        <p className={classes.note}>
          {say('campaigns.cap', { count: settings.data.capMessages, days: settings.data.capDays })}
        </p>
      )}
    </>
  )
}
