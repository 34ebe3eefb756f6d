import { IconMoodSmile } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { PeopleSource } from '../../api/queries.ts'
import type { Risk } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { chooseSort } from '../../components/people/choose-sort.ts'
import { PeopleActions } from '../../components/people/people-actions.tsx'
import { PeopleList } from '../../components/people/people-list.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import { useForecast } from '../../components/people/use-forecast.ts'
import { PrintButton } from '../../components/print-button.tsx'
import { ColumnPicker, useHiddenColumns } from '../../components/table/column-picker.tsx'
import type { Sort } from '../../components/table/columns.ts'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { usePrinting } from '../../components/use-printing.ts'
import { useWords } from '../../i18n/period-words.ts'
import { CallCard } from './call-card.tsx'
import { CopyList } from './copy-list.tsx'
import classes from './due.module.css'
import { useDueColumns } from './due-columns.tsx'
import { MasterSelect } from './master-select.tsx'
import { shareOf } from './segments.tsx'
import { useDue } from './use-due.ts'
import { useSegmentName } from './use-segment-name.ts'

const HIDDEN = ['visits', 'revenue', 'averageTicket', 'expectedVisits12m']
/** Without amounts: from the earliest day expected, which is from the most days overdue. */
const LATEST: Sort = { id: 'expectedOn', desc: false }
/** On paper these make room for notes, which the screen has no place for. */
const NOT_ON_PAPER = ['expectedGap', 'state', 'lastVisit']
const NOT_ON_SCREEN = ['mark']

/** The people of the open list, to be worked from the top. */
export function DueList({ risk }: { risk: Risk | undefined }) {
  const { say, language, formats } = useWords()
  const { search, segment, change } = useDue()
  const { asOf, daysBehind } = useWorkspace()
  const nameOf = useSegmentName(risk)
  const phone = useIsPhone()
  const printing = usePrinting()
  const columns = useDueColumns()
  const forecast = useForecast()
  const [hidden, setHidden] = useHiddenColumns('due', HIDDEN)
  const sort = risk ? chooseSort(search, columns, forecast, LATEST) : null
  const onSort = ({ id, desc }: Sort) => change({ sort: id, desc: desc || undefined })
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, 'typing'), [change])
  const { from, to } = risk?.dueThisWeek ?? { from: '', to: '' }
  const source = useMemo<PeopleSource>(() => {
    const who = segment === 'week' ? { expected: `${from}..${to}` } : { state: [segment] }
    return { kind: 'clients', ...who, staff: search.staff, search: search.q, sort: sort?.id, desc: sort?.desc }
  }, [segment, from, to, search.staff, search.q, sort?.id, sort?.desc])
  const share = risk && shareOf(risk, segment)
  const listed = columns.filter(({ id }) => id !== 'mark')
  const shown = listed.map(({ id }) => id).filter((id) => !hidden.includes(id))
  const order = sort?.id === 'value12m' ? 'byValue' : segment === 'week' ? 'bySoonest' : 'byDays'
  const label = nameOf(segment)
  const groupName = [label, search.staff, search.q, formats.shortDate(asOf)].filter(Boolean).join(' · ')
  return (
    <>
      <h2 className={classes.listName}>{label}</h2>
      {risk && (
        <p className={classes.advice}>
          {say(`due.advice.${segment}`, { dates: formats.dates(from, to) })}{' '}
          {share && share.clients > 1 && search.sort === undefined && sort !== null && say(`due.${order}`)}
        </p>
      )}
      <ListTools placeholder={say('people.searchPlaceholder')} search={search.q ?? ''} onSearch={onSearch}>
        <MasterSelect />
        {phone ? (
          <div className={classes.sort}>
            <SortSelect columns={listed.filter(({ value }) => value)} sort={sort ?? LATEST} onSort={onSort} />
          </div>
        ) : (
          <ColumnPicker columns={listed} hidden={hidden} onHide={setHidden} />
        )}
        <CopyList source={source} />
        {!phone && <PrintButton />}
        <ExportMenu linkTo={(format) => peopleExport(source, format, language, shown)} />
      </ListTools>
      <PeopleActions source={source} name={groupName} />
      <Card flush label={label}>
        <PeopleList
          label={label}
          source={source}
          columns={columns}
          hidden={[...hidden, ...(printing ? NOT_ON_PAPER : NOT_ON_SCREEN)]}
          sort={sort}
          onSort={onSort}
          tableOnPaper
          card={(person) => <CallCard person={person} />}
          empty={
            search.q ? undefined : (
              <Empty
                icon={IconMoodSmile}
                title={
                  risk && segment === 'week' && daysBehind > 0
                    ? say('due.emptyWeekOf', { dates: formats.dates(from, to) })
                    : say(`due.empty.${segment}`)
                }
                text={say(search.staff ? 'due.emptyMaster' : 'due.emptyText')}
              />
            )
          }
        />
      </Card>
    </>
  )
}
