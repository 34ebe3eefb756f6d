import { wilson } from '@comeback/retention'
import { useMemo, useState } from 'react'
import type { FairRow, Row } from '../../api/types.ts'
import { IntervalLine } from '../../charts/interval-line.tsx'
import { NoData } from '../../components/no-data.tsx'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { DataTable } from '../../components/table/data-table.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './fair.module.css'
import { FairCards } from './fair-cards.tsx'
import { FairParts } from './fair-parts.tsx'
import { comparableOf, sayingOf } from './fair-values.ts'
import { FairVerdict, toneOfVerdict } from './fair-verdict.tsx'
import { useFairWords } from './fair-words.ts'

const NONE: readonly string[] = []

/** The clients the verdict is about: the comparable ones, or all where there is nobody to compare with. */
function judged(row: FairRow) {
  const { clients, returned, few } = comparableOf(row)
  return few ? { served: row.served, returned: row.returned } : { served: clients, returned }
}

const hasExpected = (row: FairRow) => row.expected !== null && sayingOf(row) !== 'alone'

/** Raw rate and fair verdict side by side, with the sentence that says why they differ. */
export function FairTable({ rows, raw }: { rows: FairRow[]; raw: readonly Row[] }) {
  const { say, formats } = useWords()
  const phone = useIsPhone()
  const words = useFairWords(rows)
  const [sort, setSort] = useState<Sort>({ id: 'clients', desc: true })
  const rawOf = useMemo(() => new Map(raw.map((row) => [row.key, row])), [raw])
  const columns: TableColumn<FairRow>[] = [
    {
      id: 'name',
      label: say('fair.table.master'),
      fixed: true,
      value: words.nameOf,
      cell: (row) => (
        <span className={classes.name}>
          {words.nameOf(row)}
          <FairVerdict row={row} />
        </span>
      ),
    },
    {
      id: 'raw',
      label: say('fair.table.raw'),
      term: 'rate',
      numeric: true,
      value: ({ key }) => rawOf.get(key)?.rate ?? undefined,
      cell: ({ key }) => {
        const row = rawOf.get(key)
        if (!row || row.rate === null) return <NoData />
        return <Share share={row.rate} returned={row.returned} served={row.served} />
      },
    },
    {
      id: 'clients',
      label: say('fair.table.rate'),
      term: 'fair',
      numeric: true,
      value: ({ served }) => served,
      cell: (row) => {
        const { served, returned } = judged(row)
        return <Share share={returned / served} returned={returned} served={served} />
      },
    },
    {
      id: 'line',
      label: '',
      width: '14%',
      cell: (row) => {
        const { served, returned } = judged(row)
        const { low, high } = wilson(returned, served)!
        const expected = hasExpected(row) ? row.expected : null
        return (
          <IntervalLine rate={returned / served} low={low} high={high} salon={expected} tone={toneOfVerdict(row)} />
        )
      },
    },
    {
      id: 'expected',
      label: say('fair.table.expected'),
      term: 'fairExpected',
      numeric: true,
      value: (row) => (hasExpected(row) ? (row.expected ?? undefined) : undefined),
      cell: (row) => (
        <FairParts
          row={row}
          name={words.nameOf(row)}
          label={hasExpected(row) && row.expected !== null ? formats.percent(row.expected) : '—'}
        />
      ),
    },
    {
      id: 'shrunk',
      label: say('fair.table.shrunk'),
      term: 'shrunk',
      numeric: true,
      value: ({ shrunk }) => shrunk,
      cell: ({ shrunk }) => formats.percent(shrunk),
    },
    {
      id: 'why',
      label: say('fair.table.why'),
      width: '36%',
      cell: (row) => <span className={classes.why}>{words.why(row)}</span>,
    },
  ]
  const list = { columns, rows, rowKey: ({ key }: FairRow) => key ?? '', sort }
  return phone ? (
    <FairCards {...list} />
  ) : (
    <DataTable {...list} label={say('fair.title')} hidden={NONE} onSort={setSort} />
  )
}

function Share({ share, returned, served }: { share: number; returned: number; served: number }) {
  const { say, formats } = useWords()
  return (
    <span className={classes.share}>
      <b>{formats.percent(share)}</b>
      <small>{say('fair.table.of', { returned: formats.number(returned), served: formats.number(served) })}</small>
    </span>
  )
}
