import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './page-header.module.css'

interface Props {
  title: string
  children?: ReactNode
  actions?: ReactNode
}

/** The page's name and, under it, the question it answers; names the browser tab too. */
export function PageHeader({ title, children, actions }: Props) {
  useDocumentTitle(`${title} · Comeback`)
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {children && <p>{children}</p>}
      </div>
      {actions && (
        <div className={classes.actions} data-print="no">
          {actions}
        </div>
      )}
    </header>
  )
}
