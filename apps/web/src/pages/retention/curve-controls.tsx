import { NativeSelect, SegmentedControl, Switch } from '@mantine/core'
import { useMemo } from 'react'
import { CURVE_GROUPINGS, type CurveGroup, type CurveGrouping } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './curve.module.css'
import { axisEnd } from './curve-values.ts'
import { CURVE_DAYS } from './retention-search.ts'
import { useRetention } from './use-retention.ts'

interface Props {
  by: CurveGrouping
  first: boolean
  groups: readonly CurveGroup[] | undefined
}

/** What the curve is split by, from which visit it counts, and how many days are shown. */
export function CurveControls({ by, first, groups }: Props) {
  const { say } = useText()
  const { search, change } = useRetention()
  const { dimensions } = useWorkspace()
  const longest = useMemo(() => axisEnd(groups ?? [], 'all'), [groups])
  const several: Partial<Record<CurveGrouping, boolean>> = {
    staff: dimensions.staff.length > 0,
    service: dimensions.services.length > 0,
    category: dimensions.categories.length > 1,
    location: dimensions.locations.length > 1,
    source: dimensions.sources.length > 1,
    newness: !first,
    firstMonth: true,
  }
  const groupings = CURVE_GROUPINGS.filter((one) => one === by || (several[one] ?? true))
  const spans = CURVE_DAYS.filter((days) => days === 'all' || Number(days) < longest)
  const shown = search.days ?? '180'
  return (
    <div className={classes.controls} data-print="no">
      <NativeSelect
        aria-label={say('curve.by')}
        value={by}
        onChange={(event) => {
          const next = groupings.find((one) => one === event.currentTarget.value)
          change({ by: next === 'all' ? undefined : next, show: undefined, sort: undefined, desc: undefined })
        }}
        data={groupings.map((value) => ({ value, label: say(`curve.groupings.${value}`) }))}
      />
      <Switch
        label={say('curve.first')}
        checked={first}
        onChange={(event) => change({ first: event.currentTarget.checked || undefined })}
      />
      {spans.length > 1 && (
        <SegmentedControl
          size="xs"
          className={classes.spans!}
          aria-label={say('curve.days')}
          value={spans.find((days) => days === shown) ?? 'all'}
          onChange={(days) => change({ days: days === '180' ? undefined : days })}
          data={spans.map((value) => ({
            value,
            label: value === 'all' ? say('curve.allDays') : say('common.days', { count: Number(value) }),
          }))}
        />
      )}
    </div>
  )
}
