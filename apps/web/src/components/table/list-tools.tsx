import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './list-tools.module.css'

interface Props {
  placeholder: string
  search: string
  onSearch: (text: string) => void
  /** the search has a line of its own, as on a phone */
  narrow?: boolean
  children: ReactNode
}

/** Waiting this long after the last key before a search is sent. */
const PAUSE_MS = 250

/** Search on the left, what can be done with the list on the right. */
export function ListTools({ placeholder, search, onSearch, narrow = false, children }: Props) {
  const [text, setText] = useState(search)
  const sent = useRef(search)
  useEffect(() => {
    if (search !== sent.current) setText(search)
    sent.current = search
  }, [search])
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      onSearch(text)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, onSearch])
  return (
    <div className={classes.tools} data-narrow={narrow || undefined} data-print="no">
      <TextInput
        type="search"
        className={classes.search!}
        aria-label={placeholder}
        placeholder={placeholder}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.actions}>{children}</div>
    </div>
  )
}
