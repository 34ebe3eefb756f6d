import type { Calendar } from './calendar.ts'
import { type Client, liveAgain, restoreLife } from './client.ts'
import { Random } from './random.ts'
import { partsPlayed, STORIES } from './stories.ts'

const ORDER_STREAM = 5
const ATTEMPTS_PER_CLIENT = 20

/**
 * Makes the stories hold to the digit without inventing anything: one by one, clients get another life drawn from
 * the same simulation (same arrival, same habits, other luck) until the counts are those wanted. A new life is taken
 * only if it plays the part wanted in the story at hand and the same part as before in the stories already told, so
 * these stay true, and nobody's visits are moved, cut or added by hand.
 */
export function calibrate(clients: readonly Client[], seed: number, calendar: Calendar) {
  const parts = partsPlayed(clients, STORIES)
  const order = new Random(seed, ORDER_STREAM).shuffled(clients)
  STORIES.forEach((story, index) => {
    const count = (place: number) => parts.reduce((sum, each) => sum + (each[index] === place ? 1 : 0), 0)
    const target = story.target(story.counts.map((_, place) => count(place)))
    const surplus = (place: number) => (place < 0 ? 0 : count(place) - target[place]!)
    const candidates = [...order.filter(story.fits), ...order.filter((client) => !story.fits(client))]
    for (;;) {
      const places = story.counts.map((_, place) => place)
      const from = places.find((place) => surplus(place) > 0) ?? -1
      const to = places.find((place) => surplus(place) < 0) ?? -1
      if (from === to) return
      recast(candidates, index, from, to)
    }
  })

  /** Lets the first candidate who can do so pass from one part in the story to another. */
  function recast(candidates: readonly Client[], story: number, from: number, to: number) {
    for (const client of candidates) {
      const before = parts[client.number]!
      if (before[story] !== from) continue
      const former = client.appointments
      for (let attempt = 1; attempt <= ATTEMPTS_PER_CLIENT; attempt++) {
        liveAgain(client, seed, attempt, calendar)
        if (partsPlayed([client], [STORIES[story]!])[0]![0] !== to) continue
        const now = partsPlayed([client], STORIES)[0]!
        if (before.subarray(0, story).every((part, i) => part === now[i])) {
          parts[client.number] = now
          return
        }
      }
      restoreLife(client, former, calendar)
    }
    throw new Error(`Seed ${seed} gives no salon that tells story ${story + 1}: take another seed.`)
  }
}
