import type { FlowRow, Flows } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './flows.module.css'

const PARTS = ['stayed', 'moved', 'open', 'missed'] as const

/** Each master: how many stayed, moved to a colleague (to whom), or did not come back. */
export function FlowsTable({ flows }: { flows: Flows }) {
  const { say, formats } = useWords()
  const name = (staff: string | null) => staff || say('retention.table.nameless.staff')
  const served = (row: FlowRow) => row.stayed + row.moved + row.missed + row.open
  const movedTo = (row: FlowRow) =>
    row.to
      .filter((target) => target.staff !== row.staff && target.clients > 0)
      .sort((a, b) => b.clients - a.clients)
      .map((target) => `${name(target.staff)} ${formats.number(target.clients)}`)
      .join(', ')
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
        <li key={row.staff} className={classes.row}>
          <div className={classes.name}>
            {name(row.staff)} <small>{say('common.clients', { count: served(row) })}</small>
          </div>
          <div className={classes.bar}>
            {parts.map(
              (part) =>
                row[part] > 0 && (
                  <span key={part} data-flow={part} style={{ flexGrow: row[part] }}>
                    <span className={classes.hidden}>{say(`retention.flows.${part}`)}: </span>
                    {formats.number(row[part])}
                  </span>
                ),
            )}
          </div>
          <div className={classes.to}>{row.moved > 0 && `${say('retention.flows.movedTo')}: ${movedTo(row)}`}</div>
        </li>
      ))}
    </ul>
  )
}
