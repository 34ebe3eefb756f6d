import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { rebookingQuery } from '../../api/analyses.ts'
import { rebookingExport } from '../../api/export-links.ts'
import { REBOOKING_GROUPINGS, type RebookingGrouping } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './rebooking.module.css'
import { RebookingMissing } from './rebooking-missing.tsx'
import { RebookingPeople } from './rebooking-people.tsx'
import { RebookingRows } from './rebooking-rows.tsx'
import { RebookingTotal } from './rebooking-total.tsx'
import { useRetention } from './use-retention.ts'

/** Who left with the next appointment booked: the salon, and taken apart by what the owner asks. */
export function RebookingTab() {
  const { say, language } = useText()
  const { search, question, change } = useRetention()
  const splits = useSplits()
  const by = splits.find((split) => split === search.split) ?? splits[0]!
  const rebooking = useQuery(rebookingQuery(question, by))
  if (rebooking.isError) {
    return (
      <Card>
        <LoadFailed error={rebooking.error} retry={rebooking.refetch} />
      </Card>
    )
  }
  if (!rebooking.data) {
    return (
      <Card>
        <Skeleton height={280} />
      </Card>
    )
  }
  if ('reason' in rebooking.data) return <RebookingMissing />
  return (
    <>
      <RebookingTotal total={rebooking.data.total} />
      <div className={classes.controls} data-print="no">
        <NativeSelect
          aria-label={say('rebooking.by')}
          value={by}
          onChange={(event) => {
            const next = splits.find((split) => split === event.currentTarget.value)
            change({ split: next === 'staff' ? undefined : next, sort: undefined, desc: undefined })
          }}
          data={splits.map((value) => ({ value, label: say(`rebooking.splits.${value}`) }))}
        />
        <ExportMenu linkTo={(format) => rebookingExport(question, by, format, language)} />
      </div>
      <RebookingRows by={by} report={rebooking.data} />
      <RebookingPeople by={by} />
    </>
  )
}

/** What the salon can be taken apart by; a field with a single value splits nothing. */
function useSplits(): RebookingGrouping[] {
  const { dimensions } = useWorkspace()
  const several: Partial<Record<RebookingGrouping, boolean>> = {
    category: dimensions.categories.length > 1,
    location: dimensions.locations.length > 1,
    source: dimensions.sources.length > 1,
    bookedBy: dimensions.bookers.length > 0,
  }
  return REBOOKING_GROUPINGS.filter((split) => several[split] ?? true)
}
