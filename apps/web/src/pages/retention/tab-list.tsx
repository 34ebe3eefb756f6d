import { Tabs } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './tab-bar.module.css'

/** Tabs on one line. Where they do not all fit the line scrolls: the open tab stays in view, arrows show there is more. */
export function TabList({ tab, children }: { tab: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState({ before: false, after: false })
  useEffect(() => {
    const line = list.current
    if (!line) return
    const look = () =>
      setMore({
        before: line.scrollLeft > 1,
        after: line.scrollLeft + line.clientWidth < line.scrollWidth - 1,
      })
    const watch = new ResizeObserver(look)
    watch.observe(line)
    for (const one of line.children) watch.observe(one)
    line.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      line.removeEventListener('scroll', look)
    }
  }, [])
  useEffect(() => {
    const line = list.current
    const open = line?.querySelector<HTMLElement>(`[data-tab="${tab}"]`)
    if (!line || !open) return
    const middle = open.offsetLeft + open.offsetWidth / 2
    line.scrollTo({ left: middle - line.clientWidth / 2 })
  }, [tab])
  const scroll = (way: -1 | 1) => list.current?.scrollBy({ left: way * 260, behavior: 'smooth' })
  return (
    <div className={classes.strip} data-before={more.before || undefined} data-after={more.after || undefined}>
      {/* The arrows are for the mouse; the keyboard moves along the tabs themselves. */}
      <button type="button" className={classes.arrow} tabIndex={-1} aria-hidden onClick={() => scroll(-1)}>
        <IconChevronLeft size={17} />
      </button>
      <Tabs.List ref={list}>{children}</Tabs.List>
      <button type="button" className={classes.arrow} tabIndex={-1} aria-hidden onClick={() => scroll(1)}>
        <IconChevronRight size={17} />
      </button>
    </div>
  )
}
