import type { CurveGroup } from '../../api/types.ts'

/** What is known of a group some days after the visit. */
export interface CurveValue {
  /** share back by then, with its limits (`null` where it is 0 or 1) */
  returned: number
  low: number | null
  high: number | null
  /** not back before that day and still watched */
  atRisk: number
}

/** The last day the group's curve says something about; a curve that reached everybody stays there for ever. */
export function lastKnownDay({ points }: Pick<CurveGroup, 'points'>): number {
  const last = points.at(-1)
  if (!last) return 0
  return last.returned >= 1 ? Infinity : last.t
}

/** Reads the curve's steps at a day; `null` when nobody has been watched for that long yet. */
export function curveAt(group: Pick<CurveGroup, 'points'>, day: number): CurveValue | null {
  const { points } = group
  if (day > lastKnownDay(group)) return null
  const after = firstAfter(points, day)
  const until = points[after - 1]
  const atRisk = until?.t === day ? until.atRisk : (points[after]?.atRisk ?? 0)
  if (!until) return { returned: 0, low: null, high: null, atRisk }
  return { returned: until.returned, low: until.low, high: until.high, atRisk }
}

/** Index of the first point later than the day. */
function firstAfter(points: CurveGroup['points'], day: number): number {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]!.t <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the time axis ends: what was asked for, else half a year, never beyond what anybody has been watched for. */
export function axisEnd(groups: readonly Pick<CurveGroup, 'points'>[], asked: string | undefined): number {
  const longest = Math.max(1, ...groups.map(({ points }) => points.at(-1)?.t ?? 0))
  const wanted = asked === 'all' ? Infinity : Number(asked ?? 180)
  return Math.min(longest, wanted)
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1825, 3650]

/** Round days along the axis, from 0, no more of them than asked. */
export function axisDays(end: number, most: number): number[] {
  const step = STEPS.find((each) => end / each < most) ?? Math.ceil(end / most)
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
}
