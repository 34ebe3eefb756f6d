import { useVirtualizer, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../use-printing.ts'

interface Options {
  count: number
  /** first guess in pixels; rows are measured once drawn */
  rowHeight: number
  scroller: RefObject<HTMLElement | null> | undefined
  onEnd: (() => void) | undefined
}

/** Lists shorter than this are simply drawn whole. */
const LONG = 60

/** Which rows of a long list to draw, and how much room the others take above and below. */
export function useRowWindow({ count, rowHeight, scroller, onEnd }: Options) {
  const listRef = useRef<HTMLDivElement>(null)
  const [offset, setOffset] = useState(0)
  const printing = usePrinting()
  const long = count > LONG && !printing
  const common = { count, estimateSize: () => rowHeight, overscan: 12 }
  const page = useWindowVirtualizer({ ...common, enabled: long && !scroller, scrollMargin: offset })
  const box = useVirtualizer({
    ...common,
    enabled: long && scroller !== undefined,
    getScrollElement: () => scroller?.current ?? null,
  })
  const virtualizer = scroller ? box : page
  const items = virtualizer.getVirtualItems()
  const last = long ? (items.at(-1)?.index ?? 0) : count - 1

  useLayoutEffect(() => {
    if (listRef.current) setOffset(listRef.current.getBoundingClientRect().top + window.scrollY)
  }, [])
  useEffect(() => {
    if (count > 0 && last >= count - 20) onEnd?.()
  }, [last, count, onEnd])

  if (!long) {
    return { listRef, indices: Array.from({ length: count }, (_, i) => i), before: 0, after: 0, measure: undefined }
  }
  const margin = scroller ? 0 : offset
  const before = items.length > 0 ? items[0]!.start - margin : 0
  const after = items.length > 0 ? virtualizer.getTotalSize() - (items.at(-1)!.end - margin) : 0
  return { listRef, indices: items.map((item) => item.index), before, after, measure: virtualizer.measureElement }
}
