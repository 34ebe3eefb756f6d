import { Skeleton, Stack } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useCallback, useMemo } from 'react'
import { type PeopleSource, peoplePages } from '../../api/queries.ts'
import type { Person } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { Empty } from '../empty.tsx'
import { LoadFailed } from '../load-failed.tsx'
import { usePrintPreparation } from '../print-page.ts'
import type { Sort, TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { usePrinting } from '../use-printing.ts'
import classes from './people.module.css'
import { PersonCards } from './person-cards.tsx'

interface Props {
  label: string
  source: PeopleSource
  columns: TableColumn<Person>[]
  hidden: readonly string[]
  /** null: not known yet, nothing is asked for */
  sort: Sort | null
  onSort: (sort: Sort) => void
  scroller?: RefObject<HTMLElement | null>
  empty?: ReactNode
  /** cards whatever the width, e.g. in a drawer */
  asCards?: boolean
  /** how a person looks on a phone, where not as everywhere */
  card?: (person: Person) => ReactNode
  /** a table on paper, which is as narrow as a tablet */
  tableOnPaper?: boolean
}

/** Five thousand people: nobody reads more on paper, and the file has them all. */
const MOST_PAGES_ON_PAPER = 50

/** People by the hundred as one scrolls: a table, on a phone cards. */
export function PeopleList({
  label,
  source,
  columns,
  hidden,
  sort,
  onSort,
  scroller,
  empty,
  asCards,
  card,
  tableOnPaper,
}: Props) {
  const { say, formats } = useWords()
  const phone = useIsPhone()
  const printing = usePrinting()
  const pages = useInfiniteQuery({ ...peoplePages(source), enabled: sort !== null })
  const { hasNextPage, isFetching, fetchNextPage } = pages
  const people = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const prepareForPrint = useCallback(async () => {
    for (let page = 1, more = hasNextPage; more && page < MOST_PAGES_ON_PAPER; page++) {
      more = (await fetchNextPage()).hasNextPage
    }
  }, [hasNextPage, fetchNextPage])
  usePrintPreparation(prepareForPrint)
  if (pages.isError) return <LoadFailed error={pages.error} retry={pages.refetch} />
  if (!pages.data) {
    return (
      <Stack gap="sm" p="lg" aria-label={say('common.loading')}>
        {[1, 2, 3, 4, 5].map((line) => (
          <Skeleton key={line} height={36} />
        ))}
      </Stack>
    )
  }
  const total = pages.data.pages[0]?.total ?? 0
  if (total === 0) {
    const nobody = <Empty icon={IconUserSearch} title={say('people.emptyTitle')} text={say('people.emptyText')} />
    return empty ?? nobody
  }
  const shared = { rows: people, scroller, onEnd }
  return (
    <div style={{ opacity: pages.isPlaceholderData ? 0.55 : 1 }}>
      {(phone || asCards) && !(printing && tableOnPaper) ? (
        <PersonCards
          {...shared}
          asOf={'asOf' in source ? source.asOf : undefined}
          withOutcome={!hidden.includes('outcome')}
          card={card}
        />
      ) : (
        <DataTable
          {...shared}
          label={label}
          columns={columns}
          rowKey={(person) => String(person.id)}
          hidden={hidden}
          sort={sort}
          onSort={onSort}
          sortedByServer
        />
      )}
      <div className={classes.foot} role="status">
        {people.length < total
          ? say('people.shown', { shown: formats.number(people.length), total: formats.number(total) })
          : say('common.clients', { count: total })}
      </div>
    </div>
  )
}
