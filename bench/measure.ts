import { readFileSync } from 'node:fs'

/** Median, best and worst of some runs, milliseconds. */
export interface Timing {
  median: number
  best: number
  worst: number
}

/** Times `runs` calls after one that is not counted. */
export async function timed(runs: number, work: () => unknown): Promise<Timing> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  return { median: times[runs >> 1]!, best: times[0]!, worst: times[runs - 1]! }
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
