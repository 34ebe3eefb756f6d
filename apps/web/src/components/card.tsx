import type { ReactNode } from 'react'
import classes from './card.module.css'

/** A white surface; `flush` lets a table run to its edges. */
export function Card({ children, flush = false, label }: { children: ReactNode; flush?: boolean; label?: string }) {
  return (
    <section className={classes.card} data-flush={flush || undefined} aria-label={label}>
      {children}
    </section>
  )
}
