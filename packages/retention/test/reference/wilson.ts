/** Wilson score interval at 95 %: the two roots of (p − x/n)² = z² p (1 − p) / n. */
export function wilson(x: number, n: number): { low: number; high: number } {
  const z = 1.959963984540054
  const share = x / n
  const a = 1 + z ** 2 / n
  const b = 2 * share + z ** 2 / n
  const c = share ** 2
  const root = Math.sqrt(b ** 2 - 4 * a * c)
  return { low: Math.max(0, (b - root) / (2 * a)), high: Math.min(1, (b + root) / (2 * a)) }
}
