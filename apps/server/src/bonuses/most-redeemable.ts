interface Part {
  points: number
  pointMinor: number
}

/** Points taken from lots, and what they are worth in minor units. */
export interface Taken {
  points: number
  minor: number
}

/**
 * The most points that may pay of a bill: lots in their order, each point at the worth it was given with, up to the share
 * of the bill in per cent. Shown by the page as the server decides it.
 */
export function mostRedeemable(lots: readonly Part[], billMinor: number, capPercent: number): Taken {
  let left = Math.floor((billMinor * capPercent) / 100)
  const most: Taken = { points: 0, minor: 0 }
  for (const { points, pointMinor } of lots) {
    const fits = Math.min(points, Math.floor(left / pointMinor))
    most.points += fits
    most.minor += fits * pointMinor
    left -= fits * pointMinor
    if (fits < points) break
  }
  return most
}

/** The first `points` of lots in their order, lot by lot; fewer where there are not so many. */
export function takeFrom<Lot extends Part>(lots: readonly Lot[], points: number): Lot[] {
  const taken: Lot[] = []
  let left = points
  for (const lot of lots) {
    if (left === 0) break
    const part = Math.min(left, lot.points)
    taken.push({ ...lot, points: part })
    left -= part
  }
  return taken
}

/** What points of lots are worth together, in minor units. */
export function worthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { points, pointMinor }) => sum + points * pointMinor, 0)
}
