import { useMemo, useState } from 'react'
import type { FairRow, Row } from '../../api/types.ts'
import { NoData } from '../../components/no-data.tsx'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { DataTable } from '../../components/table/data-table.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './fair.module.css'
import { FairCards } from './fair-cards.tsx'
import { FairParts } from './fair-parts.tsx'
import { judgedOf } from './fair-values.ts'
import { FairVerdict } from './fair-verdict.tsx'
import { useFairWords } from './fair-words.ts'

const NONE: readonly string[] = []

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
        const { served, returned, rate } = judgedOf(row)
        return <Share share={rate} returned={returned} served={served} />
      },
    },
    {
      id: 'expected',
      label: say('fair.table.expected'),
      term: 'fairExpected',
      numeric: true,
      value: (row) => judgedOf(row).expected ?? undefined,
      cell: (row) => {
        const { expected } = judgedOf(row)
        const label = expected === null ? '—' : formats.percent(expected)
        return <FairParts row={row} name={words.nameOf(row)} label={label} />
      },
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
