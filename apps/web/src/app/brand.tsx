import { Link } from '@tanstack/react-router'
import classes from './shell.module.css'

export function Brand({ name }: { name: string | null }) {
  return (
    <Link to="/" className={classes.brand!}>
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <span>
        Comeback
        {name && <small>{name}</small>}
      </span>
    </Link>
  )
}
