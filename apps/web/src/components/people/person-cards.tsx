import type { ReactNode, RefObject } from 'react'
import type { Person } from '../../api/types.ts'
import { useRowWindow } from '../table/use-row-window.ts'
import classes from './people.module.css'
import { PersonCard } from './person-card.tsx'

interface Props {
  rows: readonly Person[]
  withOutcome: boolean
  scroller: RefObject<HTMLElement | null> | undefined
  onEnd: () => void
  /** of a report of a past day */
  asOf: string | undefined
  card?: ((person: Person) => ReactNode) | undefined
}

export function PersonCards({ rows, withOutcome, scroller, onEnd, asOf, card }: Props) {
  const view = useRowWindow({ count: rows.length, scroller, onEnd, rowHeight: 133 })
  return (
    <div ref={view.listRef}>
      <ul className={classes.cards} style={{ paddingTop: view.before, paddingBottom: view.after }}>
        {view.indices.map((index) => {
          const person = rows[index]
          if (!person) return null
          return (
            <li key={person.id} data-index={index} ref={view.measure}>
              {card ? card(person) : <PersonCard person={person} withOutcome={withOutcome} asOf={asOf} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
