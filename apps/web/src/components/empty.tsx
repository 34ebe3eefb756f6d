import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty.module.css'

interface Props {
  icon: TablerIcon
  title: string
  text: string
  children?: ReactNode
}

/** Nothing to show, why, and what to do about it. */
export function Empty({ icon: Icon, title, text, children }: Props) {
  return (
    <div className={classes.empty}>
      <Icon size={34} stroke={1.4} aria-hidden />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}
