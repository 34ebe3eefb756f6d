const AFTER_MS = 2000
const EVERY_MS = 200

/** A line on stderr that says how far long work is; silent for short work and where stderr is no terminal. */
export function progressLine(title: string) {
  const begin = Date.now()
  let last = 0
  let shown = false
  return {
    show(done: number, total: number) {
      const now = Date.now()
      if (!process.stderr.isTTY || now - begin < AFTER_MS || now - last < EVERY_MS) return
      last = now
      shown = true
      process.stderr.write(`\r${title} … ${total > 0 ? Math.floor((100 * done) / total) : 0} %`)
    },
    end() {
      if (shown) process.stderr.write('\r\x1b[K')
      shown = false
    },
  }
}
