import type { RebookingGrouping, RebookingReport } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import type { Sort } from '../../components/table/columns.ts'
import { DataTable } from '../../components/table/data-table.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useText } from '../../i18n/index.ts'
import groups from './group-tab.module.css'
import { RebookingCards } from './rebooking-cards.tsx'
import { useRebookingColumns } from './rebooking-columns.tsx'
import { isTooFewVisits } from './rebooking-values.ts'
import { useRetention } from './use-retention.ts'

const NONE: readonly string[] = []

/** The days of the week in their order; everything else by size. */
const FIRST: Partial<Record<RebookingGrouping, Sort>> = {
  weekday: { id: 'name', desc: false },
  bookedBy: { id: 'rebooked', desc: true },
}

/** The rebooking rate taken apart. */
export function RebookingRows({ by, report }: { by: RebookingGrouping; report: RebookingReport }) {
  const { say } = useText()
  const { search, change } = useRetention()
  const phone = useIsPhone()
  const columns = useRebookingColumns(by, report.total)
  const sort: Sort = search.sort
    ? { id: search.sort, desc: search.desc === true }
    : (FIRST[by] ?? { id: 'visits', desc: true })
  const label = say(`rebooking.splits.${by}`)
  const list = { columns, rows: report.rows, sort, rowKey: (row: { key: string | null }) => row.key ?? '' }
  return (
    <Card flush label={label}>
      {report.rows.length === 0 ? (
        <p className={groups.nothing}>{say('rebooking.empty')}</p>
      ) : phone ? (
        <RebookingCards {...list} by={by} salon={report.total.rate} />
      ) : (
        <DataTable
          {...list}
          label={label}
          hidden={NONE}
          onSort={({ id, desc }) => change({ sort: id, desc: desc || undefined })}
          quietRow={isTooFewVisits}
        />
      )}
      <p className={groups.note}>
        {say(`rebooking.notes.${by}`)} {by !== 'bookedBy' && say('rebooking.notes.colours')}
      </p>
    </Card>
  )
}
