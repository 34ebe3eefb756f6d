import { readFileSync } from 'node:fs'

/** Median, best and worst of some runs, milliseconds. */
export interface Timing {
  median: number
  best: number
  worst: number
}

/** Times `runs` calls after one that is not counted. */
export async function timed(runs: number, work: () => unknown): Promise<Timing> {
  const [timing] = await timedInTurn(runs, [work])
  return timing!
}

/**
 * Times several works as {@link timed}, in turn, so that whatever else the machine does slows all of them. At each turn a
 * work is done once before it is timed: the one before it has taken the caches.
 */
export async function timedInTurn(runs: number, works: readonly (() => unknown)[]): Promise<Timing[]> {
  const times = works.map((): number[] => [])
  for (let run = 0; run < runs; run++) {
    for (const [i, work] of works.entries()) {
      await work()
      const begin = performance.now()
      await work()
      times[i]!.push(performance.now() - begin)
    }
  }
  return times.map((each) => {
    each.sort((a, b) => a - b)
    return { median: each[runs >> 1]!, best: each[0]!, worst: each[runs - 1]! }
  })
}

export function ms({ median, best, worst }: Timing): string {
  return `${median.toFixed(1)} ms (${best.toFixed(1)}–${worst.toFixed(1)})`
}

/** How many times as long the first took, by the medians. */
export function ratio(first: Timing, second: Timing): string {
  return `${(first.median / second.median).toFixed(1)}×`
}

/** Watches a process's resident memory; the returned function ends the watch and gives the peak in bytes. */
export function watchPeak(pid: number | undefined): () => number {
  let peak = 0
  const look = () => {
    try {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      peak = Math.max(peak, Number(kilobytes ?? 0) * 1024)
    } catch {
      clearInterval(watch)
    }
  }
  const watch = setInterval(look, 20)
  return () => {
    look()
    clearInterval(watch)
    return peak
  }
}

/** The time that this share of them do not exceed, in milliseconds. */
export function at(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1)
}
