import { Drawer } from '@mantine/core'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { peopleExport } from '../../api/export-links.ts'
import type { PeopleSource } from '../../api/queries.ts'
import { Definition, type Term } from '../../components/definition.tsx'
import { chooseSort } from '../../components/people/choose-sort.ts'
import { ForecastNote } from '../../components/people/forecast-note.tsx'
import { PeopleActions } from '../../components/people/people-actions.tsx'
import { PeopleList } from '../../components/people/people-list.tsx'
import { usePersonColumns } from '../../components/people/person-columns.tsx'
import { SortSelect } from '../../components/people/sort-select.tsx'
import { useForecast } from '../../components/people/use-forecast.ts'
import type { Sort } from '../../components/table/columns.ts'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { ListTools } from '../../components/table/list-tools.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './people-panel.module.css'
import { useRetention } from './use-retention.ts'

/** The people behind a number: what it counts, of what, and where they are to be had. */
export interface PeopleOf {
  title: string
  term?: Term
  about: string
  source: PeopleSource
  /** the number is several outcomes at once: only there does a person's own one say more than the heading */
  mixed?: boolean
}

const NONE: readonly string[] = []
const COLUMNS = ['name', 'lastVisit', 'staff', 'visits', 'revenue', 'pAlive', 'value12m', 'outcome']
const SPENT: Sort = { id: 'revenue', desc: true }

/** A drawer with the people behind a number; closed without one. */
export function PeoplePanel({ people, onClose }: { people: PeopleOf | null; onClose: () => void }) {
  const { say } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  return (
    <Drawer.Root opened={people !== null} onClose={onClose} position="right" size={560}>
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content ref={scroller} aria-label={say('nav.clients')}>
        {people && <Contents key={`${people.title}:${people.about}`} people={people} scroller={scroller} />}
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Contents({ people, scroller }: { people: PeopleOf; scroller: RefObject<HTMLDivElement | null> }) {
  const { say, language } = useWords()
  const { question } = useRetention()
  const columns = usePersonColumns(question.asOf).filter(({ id }) => COLUMNS.includes(id))
  const forecast = useForecast(question.asOf)
  const [chosen, setSort] = useState<Sort | null>(null)
  const sort = chosen ?? chooseSort({}, columns, forecast, SPENT)
  const [text, setText] = useState('')
  const source = useMemo<PeopleSource>(
    () => ({ ...people.source, search: text || undefined, sort: sort?.id, desc: sort?.desc }),
    [people.source, text, sort?.id, sort?.desc],
  )
  return (
    <>
      <Drawer.Header className={classes.header!}>
        <div>
          <Drawer.Title className={classes.title!}>
            <span>{people.title}</span>
            {people.term && <Definition of={people.term} />}
          </Drawer.Title>
          <p className={classes.about}>{people.about}</p>
        </div>
        <Drawer.CloseButton data-autofocus aria-label={say('common.close')} />
      </Drawer.Header>
      <div className={classes.tools}>
        <ListTools placeholder={say('people.searchPlaceholder')} search={text} onSearch={setText} narrow>
          <SortSelect columns={columns.filter(({ value }) => value)} sort={sort ?? SPENT} onSort={setSort} />
          <ExportMenu linkTo={(format) => peopleExport(source, format, language, COLUMNS)} />
        </ListTools>
        <PeopleActions source={source} name={[capital(people.title), people.about, text].filter(Boolean).join(' · ')} />
        <ForecastNote asOf={question.asOf} />
      </div>
      <PeopleList
        label={people.title}
        source={source}
        columns={columns}
        hidden={people.mixed ? NONE : ['outcome']}
        sort={sort}
        onSort={setSort}
        scroller={scroller}
        asCards
      />
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
