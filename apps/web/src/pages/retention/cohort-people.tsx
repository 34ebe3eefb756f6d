import { formatPeriod } from '@comeback/retention'
import { Drawer } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { PeopleSource } from '../../api/queries.ts'
import type { Cohort } from '../../api/types.ts'
import { PeopleList } from '../../components/people/people-list.tsx'
import { usePersonColumns } from '../../components/people/person-columns.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import type { Sort } from '../../components/table/columns.ts'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { monthAfter, useCohortWords } from './cohort-words.ts'
import classes from './people-drawer.module.css'
import { useRetention } from './use-retention.ts'

const COLUMNS = ['name', 'lastVisit', 'staff', 'visits', 'revenue']
const HIDDEN: readonly string[] = ['outcome']

/** The clients behind a cell: those new in a month who came some months after it. */
export function CohortPeople({ cohorts }: { cohorts: readonly Cohort[] }) {
  const { search, change } = useRetention()
  const scroller = useRef<HTMLDivElement>(null)
  const [month, months] = search.cell?.split('+') ?? []
  const cohort = cohorts.find((each) => each.month === month)
  const k = Number(months)
  const open = cohort?.cells[k] !== undefined
  return (
    <Drawer.Root opened={open} onClose={() => change({ cell: undefined })} position="right" size={560}>
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content ref={scroller}>
        {cohort && open && <Contents key={search.cell} cohort={cohort} k={k} scroller={scroller} />}
      </Drawer.Content>
    </Drawer.Root>
  )
}

interface Props {
  cohort: Cohort
  k: number
  scroller: React.RefObject<HTMLDivElement | null>
}

function Contents({ cohort, k, scroller }: Props) {
  const { say, language } = useWords()
  const { question } = useRetention()
  const { when, sentence } = useCohortWords('share')
  const columns = usePersonColumns(question.asOf).filter(({ id }) => COLUMNS.includes(id))
  const [sort, setSort] = useState<Sort>({ id: 'revenue', desc: true })
  const [text, setText] = useState('')
  const source = useMemo<PeopleSource>(
    () => ({
      kind: 'report',
      // Who was new in the cohort's month and came in the later one: a question of the retention report.
      base: cohort.month,
      return: k === 0 ? 'next' : formatPeriod({ ...monthAfter(cohort.month, k), kind: 'span' }),
      filter: ['newness:new'],
      asOf: question.asOf,
      outcome: k === 0 ? 'served' : 'returned',
      search: text || undefined,
      sort: sort.id,
      desc: sort.desc,
    }),
    [cohort.month, k, question.asOf, text, sort],
  )
  const title = say(k === 0 ? 'cohorts.people' : 'cohorts.peopleBack', {
    cohort: when(monthAfter(cohort.month, 0)),
    month: when(monthAfter(cohort.month, k)),
  })
  return (
    <>
      <Drawer.Header className={classes.header!}>
        <div>
          <Drawer.Title className={classes.title!}>{title}</Drawer.Title>
          <p className={classes.about}>{sentence(cohort, cohort.cells[k]!)}</p>
        </div>
        <Drawer.CloseButton data-autofocus aria-label={say('common.close')} />
      </Drawer.Header>
      <div className={classes.tools}>
        <ListTools placeholder={say('people.searchPlaceholder')} search={text} onSearch={setText} narrow>
          <SortSelect columns={columns} sort={sort} onSort={setSort} />
          <ExportMenu linkTo={(format) => peopleExport(source, format, language, COLUMNS)} />
        </ListTools>
      </div>
      <PeopleList
        label={title}
        source={source}
        columns={columns}
        hidden={HIDDEN}
        sort={sort}
        onSort={setSort}
        scroller={scroller}
        asCards
      />
    </>
  )
}
