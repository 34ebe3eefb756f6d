import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { Group } from '../../api/groups.ts'
import type { PeopleSource } from '../../api/queries.ts'
import { Card } from '../../components/card.tsx'
import { chooseSort } from '../../components/people/choose-sort.ts'
import { ForecastNote } from '../../components/people/forecast-note.tsx'
import { PeopleActions } from '../../components/people/people-actions.tsx'
import { PeopleList } from '../../components/people/people-list.tsx'
import { usePersonColumns } from '../../components/people/person-columns.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import { useForecast } from '../../components/people/use-forecast.ts'
import { ColumnPicker, useHiddenColumns } from '../../components/table/column-picker.tsx'
import type { Sort } from '../../components/table/columns.ts'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useText } from '../../i18n/index.ts'

const route = getRouteApi('/groups/$id')
const SPENT: Sort = { id: 'revenue', desc: true }

/** The people of a group, those who cost most to lose first. */
export function GroupPeople({ group: { id, name } }: { group: Group }) {
  const { say, language } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const phone = useIsPhone()
  const columns = usePersonColumns().filter((column) => column.id !== 'outcome')
  const forecast = useForecast()
  const [hidden, setHidden] = useHiddenColumns('group', ['averageTicket', 'expectedGap', 'expectedVisits12m'])
  const sort = chooseSort(search, columns, forecast, SPENT)
  const change = useCallback(
    (patch: object, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...patch }) as never, replace, resetScroll: false }),
    [navigate],
  )
  const onSort = ({ id, desc }: Sort) => change({ sort: id, desc: desc || undefined })
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, true), [change])
  const source = useMemo<PeopleSource>(
    () => ({ kind: 'group', id, search: search.q, sort: sort?.id, desc: sort?.desc }),
    [id, search.q, sort?.id, sort?.desc],
  )
  const shown = columns.map((column) => column.id).filter((column) => !hidden.includes(column))
  return (
    <>
      <ListTools placeholder={say('people.searchPlaceholder')} search={search.q ?? ''} onSearch={onSearch}>
        {phone ? (
          <SortSelect columns={columns.filter((column) => column.value)} sort={sort ?? SPENT} onSort={onSort} />
        ) : (
          <ColumnPicker columns={columns} hidden={hidden} onHide={setHidden} />
        )}
        <ExportMenu linkTo={(format) => peopleExport(source, format, language, shown)} />
      </ListTools>
      <PeopleActions source={source} name={name} />
      <ForecastNote />
      <Card flush label={name}>
        <PeopleList
          label={name}
          source={source}
          columns={columns}
          hidden={[...hidden, 'outcome']}
          sort={sort}
          onSort={onSort}
          tableOnPaper
        />
      </Card>
    </>
  )
}
