import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { reportExport } from '../../api/export-links.ts'
import { reportQuery } from '../../api/queries.ts'
import type { Row } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import { ColumnPicker, useHiddenColumns } from '../../components/table/column-picker.tsx'
import type { Sort } from '../../components/table/columns.ts'
import { DataTable } from '../../components/table/data-table.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useText } from '../../i18n/index.ts'
import { FairSection } from './fair-section.tsx'
import { GroupCards } from './group-cards.tsx'
import { useGroupColumns } from './group-columns.tsx'
import classes from './group-tab.module.css'
import type { GroupTab as By } from './retention-search.ts'
import { isTooFew } from './too-few.ts'
import { useRetention } from './use-retention.ts'

const nameOf = (row: Row) => row.key ?? ''

/** The salon taken apart by master, service, category, location or source. */
export function GroupTab({ by }: { by: By }) {
  const { say, language } = useText()
  const { search, question, change } = useRetention()
  const phone = useIsPhone()
  const report = useQuery(reportQuery(question, by))
  const columns = useGroupColumns(by, report.data?.total ?? null)
  const [hidden, setHidden] = useHiddenColumns('groups', ['missed', 'outside', 'booked', 'visits'])
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, 'typing'), [change])
  const wanted = (search.q ?? '').toLocaleLowerCase()
  const rows = useMemo(
    () => report.data?.rows.filter((row) => nameOf(row).toLocaleLowerCase().includes(wanted)) ?? [],
    [report.data, wanted],
  )
  const sort: Sort = { id: search.sort ?? 'served', desc: search.sort === undefined || search.desc === true }
  const onSort = ({ id, desc }: Sort) => change({ sort: id, desc: desc || undefined })
  if (report.isError) {
    return (
      <Card>
        <LoadFailed error={report.error} retry={report.refetch} />
      </Card>
    )
  }
  const list = { rows, columns, sort, label: say(`retention.tabs.${by}`) }
  return (
    <>
      <ListTools placeholder={say('retention.table.searchGroup')} search={search.q ?? ''} onSearch={onSearch}>
        {phone ? (
          <SortSelect columns={columns.filter((column) => column.value)} sort={sort} onSort={onSort} />
        ) : (
          <ColumnPicker columns={columns} hidden={hidden} onHide={setHidden} />
        )}
        <ExportMenu linkTo={(format) => reportExport(question, by, format, language)} />
      </ListTools>
      <Card flush label={say(`retention.tabs.${by}`)}>
        {!report.data || report.data.by !== by ? (
          <Stack gap="sm" p="lg">
            {[1, 2, 3, 4].map((line) => (
              <Skeleton key={line} height={34} />
            ))}
          </Stack>
        ) : rows.length === 0 ? (
          <p className={classes.nothing}>{say('retention.table.nothing')}</p>
        ) : phone ? (
          <GroupCards by={by} total={report.data.total} rows={rows} columns={columns} sort={sort} />
        ) : (
          <DataTable {...list} rowKey={nameOf} hidden={hidden} onSort={onSort} quietRow={isTooFew} />
        )}
        <p className={classes.note}>
          {say(`retention.notes.rowsDoNotAdd.${by}`)}{' '}
          {say(report.data?.over ? 'retention.notes.colours' : 'retention.notes.notOver')}
        </p>
      </Card>
      {by === 'staff' && <FairSection />}
    </>
  )
}
