import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { curveQuery } from '../../api/queries.ts'
import type { CurveGroup } from '../../api/types.ts'
import { MOST_LINES } from '../../charts/series-colours.ts'
import { isTooFew } from './too-few.ts'
import { useRetention } from './use-retention.ts'

/** Drawn when nothing has been chosen: the largest groups that can be judged. */
const DRAWN_AT_FIRST = 5

const idOf = (by: string, key: string | null) => `${by}:${key ?? ''}`

const fewOf = ({ n }: CurveGroup) => isTooFew({ served: n })

/** The curves asked for, which of them are drawn and in which colour, and how to change that. */
export function useCurve() {
  const { search, question, change } = useRetention()
  const by = search.by ?? 'all'
  const first = search.first === true
  const curve = useQuery(curveQuery(question, by, first))
  const groups = curve.data?.groups
  const drawn = useMemo(() => {
    if (!groups) return []
    const chosen = search.show && groups.filter(({ key }) => search.show?.includes(idOf(by, key)))
    if (chosen) return chosen.slice(0, MOST_LINES)
    const large = groups.filter((group) => !fewOf(group))
    return (large.length > 0 ? large : groups).slice(0, DRAWN_AT_FIRST)
  }, [groups, search.show, by])
  // A curve keeps its colour while others come and go: by its place among all, until the colours run out.
  const colours = useMemo(() => {
    const taken = new Map<string | null, number>()
    const free = new Set(Array.from({ length: MOST_LINES }, (_, colour) => colour))
    for (const { key } of drawn) {
      const place = groups?.findIndex((group) => group.key === key) ?? 0
      const colour = free.has(place) ? place : [...free][0]!
      free.delete(colour)
      taken.set(key, colour)
    }
    return taken
  }, [groups, drawn])
  const toggle = (key: string | null) => {
    const before = drawn.map((group) => idOf(by, group.key))
    const id = idOf(by, key)
    const show = before.includes(id) ? before.filter((each) => each !== id) : [...before, id]
    change({ show: show.length > 0 ? show : ['none'] })
  }
  return { by, first, curve, drawn, colours, toggle, isFew: fewOf }
}
