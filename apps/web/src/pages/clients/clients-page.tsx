import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { PeopleSource } from '../../api/queries.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { NoBook } from '../../components/no-book.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ForecastNote } from '../../components/people/forecast-note.tsx'
import { PeopleActions } from '../../components/people/people-actions.tsx'
import { PeopleList } from '../../components/people/people-list.tsx'
import { usePersonColumns } from '../../components/people/person-columns.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import { ColumnPicker, useHiddenColumns } from '../../components/table/column-picker.tsx'
import type { Sort } from '../../components/table/columns.ts'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'

const route = getRouteApi('/clients')

/** Everyone in the book, found by name or phone. */
export function ClientsPage() {
  const { say, language, formats } = useWords()
  const { counts, dataThrough, asOf } = useWorkspace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const phone = useIsPhone()
  const columns = usePersonColumns().filter((column) => column.id !== 'outcome')
  const [hidden, setHidden] = useHiddenColumns('clients', ['averageTicket', 'expectedGap', 'expectedVisits12m'])
  const sort: Sort = { id: search.sort ?? 'lastVisit', desc: search.sort === undefined || search.desc === true }
  const onSort = ({ id, desc }: Sort) =>
    void navigate({
      search: (before) => ({ ...before, sort: id, ...(desc ? { desc } : { desc: undefined }) }) as never,
    })
  const onSearch = useCallback(
    (text: string) =>
      void navigate({ search: (before) => ({ ...before, q: text || undefined }) as never, replace: true }),
    [navigate],
  )
  const source = useMemo<PeopleSource>(
    () => ({ kind: 'clients', search: search.q, sort: sort.id, desc: sort.desc }),
    [search.q, sort.id, sort.desc],
  )
  if (counts.clients === 0) return <NoBook title={say('nav.allClients')} />
  const shown = columns.map((column) => column.id).filter((id) => !hidden.includes(id))
  const groupName = search.q
    ? say('groups.name.found', { text: search.q })
    : say('groups.name.all', { date: formats.shortDate(asOf) })
  const fresh = dataThrough && say('common.dataThrough', { date: formats.date(dataThrough) })
  return (
    <>
      <PageHeader title={say('nav.allClients')}>
        {[say('common.clients', { count: counts.clients }), fresh].filter(Boolean).join(' · ')}
      </PageHeader>
      <ListTools placeholder={say('people.searchPlaceholder')} search={search.q ?? ''} onSearch={onSearch}>
        {phone ? (
          <SortSelect columns={columns.filter((column) => column.value)} sort={sort} onSort={onSort} />
        ) : (
          <ColumnPicker columns={columns} hidden={hidden} onHide={setHidden} />
        )}
        <ExportMenu linkTo={(format) => peopleExport(source, format, language, shown)} />
      </ListTools>
      <PeopleActions source={source} name={groupName} />
      <ForecastNote />
      <Card flush label={say('nav.allClients')}>
        <PeopleList
          label={say('nav.allClients')}
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
