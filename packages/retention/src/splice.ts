/** Rows grouped by client, as in {@link Visits}. */
export interface Runs {
  clientStart: Uint32Array
}

/** Neighbouring clients whose rows come from the same of two sources: a stretch of rows to copy in one go. */
interface Stretch {
  fresh: boolean
  from: number
  to: number
}

/** How rows of two sources, grouped by client, are put together: each client's from the one or the other. */
export interface Splice {
  clientStart: Uint32Array
  stretches: Stretch[]
}

/** Takes the clients whose `isFresh` is 1 from `fresh`, which has them all, and the others from `kept`. */
export function spliceRuns(kept: Runs, fresh: Runs, isFresh: Uint8Array): Splice {
  const clientStart = new Uint32Array(isFresh.length + 1)
  const stretches: Stretch[] = []
  for (let begin = 0; begin < isFresh.length; ) {
    let end = begin + 1
    while (end < isFresh.length && isFresh[end] === isFresh[begin]) end++
    const source = isFresh[begin] === 1 ? fresh.clientStart : kept.clientStart
    const moved = clientStart[begin]! - source[begin]!
    for (let client = begin; client < end; client++) clientStart[client + 1] = source[client + 1]! + moved
    stretches.push({ fresh: isFresh[begin] === 1, from: source[begin]!, to: source[end]! })
    begin = end
  }
  return { clientStart, stretches }
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** Puts a column together in `into`, which is long enough; `placeOf` says what an entry of `fresh` has become. */
export function spliceColumn<T extends Column>(
  { stretches }: Splice,
  kept: Column,
  fresh: Column,
  into: T,
  placeOf: Int32Array | null = null,
): T {
  let at = 0
  for (const stretch of stretches) {
    const { from, to } = stretch
    if (!stretch.fresh) into.set(kept.subarray(from, to), at)
    else if (!placeOf) into.set(fresh.subarray(from, to), at)
    else for (let row = from; row < to; row++) into[at + row - from] = placeOf[fresh[row]!]!
    at += to - from
  }
  return into
}
