import type { FlowRow, Flows } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './flows.module.css'
import { useRetention } from './use-retention.ts'

const PARTS = ['stayed', 'moved', 'open', 'missed'] as const

/** Each master: how many stayed, moved to a colleague (to whom), or did not come back; every number opens its people. */
export function FlowsTable({ flows }: { flows: Flows }) {
  const { say } = useWords()
  const parts = PARTS.filter((part) => part !== 'open' || flows.rows.some((row) => row.open > 0))
  return (
    <ul className={classes.rows}>
      <li className={classes.legend} aria-hidden>
        {parts.map((part) => (
          <span key={part}>
            <i data-flow={part} /> {say(`retention.flows.${part}`)}
          </span>
        ))}
      </li>
      {flows.rows.map((row) => (
        <Master key={row.staff} row={row} />
      ))}
    </ul>
  )
}

function Master({ row }: { row: FlowRow }) {
  const { say, formats } = useWords()
  const { change } = useRetention()
  const nameOf = (staff: string | null) => staff || say('retention.table.nameless.staff')
  const open = (people: 'served' | 'returned' | (typeof PARTS)[number], to?: string | null) =>
    change({ people, of: row.staff ?? '', to: to === undefined ? undefined : (to ?? ''), new: undefined })
  const label = (what: string, count: number) =>
    say('retention.showPeople', { what: `${nameOf(row.staff)}, ${what} ${formats.number(count)}` })
  const movedTo = row.to.filter(({ staff, clients }) => staff !== row.staff && clients > 0)
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        {nameOf(row.staff)}{' '}
        <button type="button" className={classes.served} onClick={() => open('served')}>
          {say('common.clients', { count: row.stayed + row.moved + row.missed + row.open })}
        </button>
      </div>
      <div className={classes.bar}>
        {PARTS.filter((part) => row[part] > 0).map((part) => (
          <button
            key={part}
            type="button"
            data-flow={part}
            style={{ flexGrow: row[part] }}
            onClick={() => open(part)}
            aria-label={label(say(`retention.flows.${part}`), row[part])}
          >
            {formats.number(row[part])}
          </button>
        ))}
      </div>
      <div className={classes.to}>
        {movedTo.length > 0 && `${say('retention.flows.movedTo')}: `}
        {movedTo.map(({ staff, clients }, index) => (
          <span key={staff}>
            <button
              type="button"
              onClick={() => open('returned', staff)}
              aria-label={label(`→ ${nameOf(staff)}`, clients)}
            >
              {nameOf(staff)}&nbsp;{formats.number(clients)}
            </button>
            {index < movedTo.length - 1 && ', '}
          </span>
        ))}
      </div>
    </li>
  )
}
