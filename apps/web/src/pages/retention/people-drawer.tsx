import { Drawer } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { PeopleSource } from '../../api/queries.ts'
import { Definition } from '../../components/definition.tsx'
import { chooseSort } from '../../components/people/choose-sort.ts'
import { ForecastNote } from '../../components/people/forecast-note.tsx'
import { PeopleList } from '../../components/people/people-list.tsx'
import { usePersonColumns } from '../../components/people/person-columns.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import { useForecast } from '../../components/people/use-forecast.ts'
import type { Sort } from '../../components/table/columns.ts'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './people-drawer.module.css'
import { GROUP_TABS } from './retention-search.ts'
import { useRetention } from './use-retention.ts'

/** Outcomes that are several at once: only there does a person's own one say more than the heading. */
const MIXED = ['served', 'missed']
const NONE: readonly string[] = []
const COLUMNS = ['name', 'lastVisit', 'staff', 'visits', 'revenue', 'pAlive', 'value12m', 'outcome']
const SPENT: Sort = { id: 'revenue', desc: true }

/** The people behind a number, opened by any of them. */
export function PeopleDrawer() {
  const { search, change } = useRetention()
  const { say } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const close = () => change({ people: undefined, of: undefined, to: undefined, new: undefined })
  return (
    <Drawer.Root opened={search.people !== undefined} onClose={close} position="right" size={560}>
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content ref={scroller} aria-label={say('nav.clients')}>
        {search.people && (
          <Contents key={`${search.people}:${search.of}:${search.to}:${search.new}`} scroller={scroller} />
        )}
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Contents({ scroller }: { scroller: React.RefObject<HTMLDivElement | null> }) {
  const { say, language, periods } = useWords()
  const { search, question, choice, tab } = useRetention()
  const columns = usePersonColumns(question.asOf).filter(({ id }) => COLUMNS.includes(id))
  const forecast = useForecast(question.asOf)
  const [chosen, setSort] = useState<Sort | null>(null)
  const sort = chosen ?? chooseSort({}, columns, forecast, SPENT)
  const [text, setText] = useState('')
  const outcome = search.people ?? 'served'
  const by = search.of === undefined ? undefined : GROUP_TABS.find((group) => group === tab)
  const [from, to] = tab === 'flows' ? [search.of, search.to] : []
  const source = useMemo<PeopleSource>(
    () => ({
      kind: 'report',
      ...question,
      by,
      group: by && search.of,
      outcome,
      newOnly: search.new,
      anchorStaff: from,
      nextStaff: to,
      search: text || undefined,
      sort: sort?.id,
      desc: sort?.desc,
    }),
    [question, by, search.of, outcome, search.new, from, to, text, sort?.id, sort?.desc],
  )
  const master = (name: string | undefined) => name || say('retention.table.nameless.staff')
  const about = [
    by && (search.of || say(`retention.table.nameless.${by}`)),
    from !== undefined &&
      [from, to]
        .filter((name) => name !== undefined)
        .map(master)
        .join(' → '),
    search.new && say('retention.people.newOnly'),
    `${periods.name(choice.base)} → ${periods.rule(choice.rule)}`,
  ]
  return (
    <>
      <Drawer.Header className={classes.header!}>
        <div>
          <Drawer.Title className={classes.title!}>
            <span>{say(`retention.outcome.${outcome}`)}</span>
            <Definition of={outcome} />
          </Drawer.Title>
          <p className={classes.about}>{about.filter(Boolean).join(' · ')}</p>
        </div>
        <Drawer.CloseButton data-autofocus aria-label={say('common.close')} />
      </Drawer.Header>
      <div className={classes.tools}>
        <ListTools placeholder={say('people.searchPlaceholder')} search={text} onSearch={setText} narrow>
          <SortSelect columns={columns.filter(({ value }) => value)} sort={sort ?? SPENT} onSort={setSort} />
          <ExportMenu linkTo={(format) => peopleExport(source, format, language, COLUMNS)} />
        </ListTools>
        <ForecastNote asOf={question.asOf} />
      </div>
      <PeopleList
        label={say(`retention.outcome.${outcome}`)}
        source={source}
        columns={columns}
        hidden={MIXED.includes(outcome) ? NONE : ['outcome']}
        sort={sort}
        onSort={setSort}
        scroller={scroller}
        asCards
      />
    </>
  )
}
