import { Anchor, MultiSelect, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { groupChoicesQuery } from '../../api/campaigns.ts'
import type { Draft } from '../../components/drafts/use-saved-draft.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'

const SHARES = [0.05, 0.1, 0.2, 0.3, 0.5]
const USUAL_SHARE = 0.1

/** The groups to write to, and the share left out to measure by. */
export function WhomStep({ draft: { plan, change } }: { draft: Draft }) {
  const { say, formats } = useWords()
  const groups = useQuery(groupChoicesQuery)
  const choices = (groups.data?.groups ?? []).map(({ id, name, count }) => ({
    value: id,
    label: count === null ? name : `${name} · ${formats.number(count)}`,
  }))
  return (
    <>
      {groups.data && choices.length === 0 ? (
        <p className={classes.note}>
          {say('campaigns.groupsNone')}{' '}
          <Anchor component={Link} to="/retention">
            {say('campaigns.empty.toLost')}
          </Anchor>
        </p>
      ) : (
        <MultiSelect
          label={say('campaigns.groups')}
          description={say('campaigns.groupsHint')}
          data={choices}
          value={plan.groupIds}
          searchable
          clearable
          onChange={(groupIds) => change({ groupIds })}
        />
      )}
      <BookedField plan={plan} change={change} />
      <HoldoutField plan={plan} change={change} />
    </>
  )
}

/** Whether those are written to who are coming anyway. */
export function BookedField({ plan, change }: Pick<Draft, 'plan' | 'change'>) {
  const { say } = useWords()
  return (
    <Switch
      label={say('campaigns.skipBooked')}
      description={plan.skipBooked ? undefined : say('campaigns.skipBookedOff')}
      checked={plan.skipBooked}
      onChange={(event) => change({ skipBooked: event.currentTarget.checked })}
    />
  )
}

/** The share that is left out to measure by. */
export function HoldoutField({ plan, change }: Pick<Draft, 'plan' | 'change'>) {
  const { say, formats } = useWords()
  const share = formats.percent(plan.holdoutShare || USUAL_SHARE)
  return (
    <div>
      <Switch
        label={say('campaigns.holdout')}
        description={say(plan.holdoutShare > 0 ? 'campaigns.holdoutHint' : 'campaigns.holdoutOff', { share })}
        checked={plan.holdoutShare > 0}
        onChange={(event) => change({ holdoutShare: event.currentTarget.checked ? USUAL_SHARE : 0 })}
      />
      {plan.holdoutShare > 0 && (
        <Select
          mt="xs"
          maw={160}
          label={say('campaigns.holdoutShare')}
          data={SHARES.map((each) => ({ value: String(each), label: formats.percent(each) }))}
          value={String(plan.holdoutShare)}
          allowDeselect={false}
          onChange={(value) => value && change({ holdoutShare: Number(value) })}
        />
      )}
    </div>
  )
}
