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
