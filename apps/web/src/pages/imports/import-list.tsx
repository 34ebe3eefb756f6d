import { Link } from '@tanstack/react-router'
import type { Import } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './imports.module.css'

export function ImportList({ imports }: { imports: readonly Import[] }) {
  const { say, formats } = useWords()
  return (
    <ul className={classes.list}>
      {imports.map((one) => (
        <li key={one.id}>
          <Link to="/import/$id" params={{ id: String(one.id) }} className={classes.entry!}>
            <span className={classes.file}>
              {one.fileName}
              <small>
                {formats.moment(one.createdAt)} · {formats.size(one.size)}
              </small>
            </span>
            <span className={classes.counts}>
              {one.result &&
                `+${formats.number(one.result.created)} · ${say('imports.updated').toLocaleLowerCase()} ${formats.number(one.result.updated)}`}
            </span>
            <span className={classes.state} data-state={one.state}>
              {say(`imports.state.${one.state}`)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
