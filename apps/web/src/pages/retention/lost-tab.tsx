import { IconMoodSmile } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { PeopleSource } from '../../api/queries.ts'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
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
import { useWords } from '../../i18n/period-words.ts'
import classes from './group-tab.module.css'
import { useRetention } from './use-retention.ts'

const SPENT: Sort = { id: 'revenue', desc: true }

/** Who is lost, those who cost most to lose first; without a forecast, those who spent most. */
export function LostTab({ lost }: { lost: number }) {
  const { say, language, periods } = useWords()
  const { search, question, choice, change } = useRetention()
  const phone = useIsPhone()
  const columns = usePersonColumns(question.asOf).filter((column) => column.id !== 'outcome')
  const forecast = useForecast(question.asOf)
  const [hidden, setHidden] = useHiddenColumns('lost', ['averageTicket', 'expectedGap', 'expectedVisits12m'])
  const sort = chooseSort(search, columns, forecast, SPENT)
  const onSort = ({ id, desc }: Sort) => change({ sort: id, desc: desc || undefined })
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, 'typing'), [change])
  const source = useMemo<PeopleSource>(
    () => ({ kind: 'report', ...question, outcome: 'lost', search: search.q, sort: sort?.id, desc: sort?.desc }),
    [question, search.q, sort?.id, sort?.desc],
  )
  if (lost === 0) {
    return (
      <Card>
        <Empty icon={IconMoodSmile} title={say('retention.lostEmptyTitle')} text={say('retention.lostEmptyText')} />
      </Card>
    )
  }
  const period = `${periods.name(choice.base)} → ${periods.rule(choice.rule)}`
  const groupName = [say('groups.name.lost', { period }), search.q].filter(Boolean).join(' · ')
  const shown = columns.map((column) => column.id).filter((id) => !hidden.includes(id))
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
      <PeopleActions source={source} name={groupName} />
      <ForecastNote asOf={question.asOf} />
      <Card flush label={say('retention.tabs.lost')}>
        <PeopleList
          label={say('retention.tabs.lost')}
          source={source}
          columns={columns}
          hidden={[...hidden, 'outcome']}
          sort={sort}
          onSort={onSort}
          tableOnPaper
        />
        <p className={classes.note}>{say('retention.lostNote')}</p>
      </Card>
    </>
  )
}
