import { useWords } from '../i18n/period-words.ts'
import classes from './count-button.module.css'

interface Props {
  count: number
  /** what is counted, said by screen readers: "Марта, lost" */
  what: string
  onOpen: () => void
  quiet?: boolean
}

/** A number that opens the people behind it; 0 has nobody to show. */
export function CountButton({ count, what, onOpen, quiet = false }: Props) {
  const { say, formats } = useWords()
  const text = formats.number(count)
  if (count === 0) return <span className={classes.none}>{text}</span>
  return (
    <button
      type="button"
      className={classes.count}
      data-quiet={quiet || undefined}
      onClick={onOpen}
      aria-label={say('retention.showPeople', { what: `${what} ${text}` })}
    >
      {text}
    </button>
  )
}
