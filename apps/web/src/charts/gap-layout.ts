/** Room at either end, in pixels. */
export const EDGE = 14

/** A gap needs this many pixels to have its number drawn. */
const ROOM_FOR_NUMBER = 26
const MOST_PIXELS_A_DAY = 6

interface Options {
  /** day numbers of the visits, ascending */
  days: readonly number[]
  today: number
  expected: number | null
  /** width there is; the picture may be wider and is then scrolled */
  room: number
}

export interface GapLayout {
  width: number
  /** x of each visit */
  visits: number[]
  /** gaps wide enough for their number */
  gaps: { x: number; days: number }[]
  /** x of today; drawn nearer than it is when the client has been away for very long */
  today: number
  expected: number | null
  /** days since the last visit */
  open: number
}

/**
 * Places visits on a time axis: as wide as the room, wider when the usual gap would have no space for its number.
 * A last gap longer than all the visits together, or than six usual gaps, is cut: it would squeeze everything else.
 * @returns null without visits
 */
export function layOutGaps({ days, today, expected, room }: Options): GapLayout | null {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const gaps = days.slice(1).map((day, index) => day - days[index]!)
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 60
  const open = Math.max(0, today - last)
  const cut = Math.min(open, Math.max(usual * 6, 60, Math.min(last - first, 365)))
  const ahead = expected === null ? 0 : Math.min(Math.max(expected - last, 0), cut + 60)
  const span = Math.max(last - first + Math.max(cut, ahead), 1)
  const fits = (Math.max(room, 280) - 2 * EDGE) / span
  const scale = Math.min(
    Math.max(fits, gaps.length > 0 ? ROOM_FOR_NUMBER / usual : 0),
    Math.max(fits, MOST_PIXELS_A_DAY),
  )
  const x = (day: number) => EDGE + (day - first) * scale
  const inCut = expected !== null && expected > last && expected - last <= Math.max(cut, ahead)
  return {
    width: x(first + span) + EDGE,
    visits: days.map(x),
    gaps: gaps.flatMap((gap, index) =>
      gap * scale < ROOM_FOR_NUMBER ? [] : [{ x: (x(days[index]!) + x(days[index + 1]!)) / 2, days: gap }],
    ),
    today: x(last + cut),
    expected: inCut ? x(expected) : null,
    open,
  }
}
