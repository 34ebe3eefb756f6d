import type { Calendar } from './calendar.ts'
import { type Client, liveAgain, restoreLife } from './client.ts'
import { Random } from './random.ts'
import { partsPlayed, STORIES, type Story } from './stories.ts'

const ORDER_STREAM = 5
const LIVES_PER_CLIENT = 8
const MOST_LIVES = 10_000

/**
 * Makes the stories hold to the digit without inventing anything: one story after the other, clients get another
 * life drawn from the same simulation (same arrival, same habits, other luck) until the counts are those wanted. A
 * new life is taken only if it plays the part wanted in the story at hand and the same parts as before in the
 * stories already told, so these stay true, and nobody's visits are moved, cut or added by hand.
 */
export function calibrate(clients: readonly Client[], seed: number, calendar: Calendar) {
  const parts = partsPlayed(clients, STORIES)
  const order = new Random(seed, ORDER_STREAM).shuffled(clients)
  let lives = 0
  STORIES.forEach((story, index) => {
    const count = (place: number) => parts.reduce((sum, each) => sum + (each[index] === place ? 1 : 0), 0)
    const places = story.counts.map((_, place) => place)
    const target = story.target(places.map(count))
    for (;;) {
      const from = places.find((place) => count(place) > target[place]!) ?? -1
      const to = places.find((place) => count(place) < target[place]!) ?? -1
      if (from === to) return
      recast(story, index, from, to)
    }
  })

  /** Lets the first client who happens to do so pass from one part in the story to another. */
  function recast(story: Story, index: number, from: number, to: number) {
    const players = order.filter((client) => parts[client.number]![index] === from)
    const candidates = [...players.filter(story.fits), ...players.filter((client) => !story.fits(client))]
    while (lives < MOST_LIVES) {
      for (const client of candidates) if (becomes(client, story, index, to)) return
    }
    throw new Error(`Seed ${seed} gives no salon that tells story ${index + 1}: take another seed.`)
  }

  /** Draws some other lives of the client; keeps the first that plays the part, else the former life. */
  function becomes(client: Client, story: Story, index: number, part: number): boolean {
    const former = client.appointments
    const toldParts = parts[client.number]!.subarray(0, index)
    for (let i = 0; i < LIVES_PER_CLIENT; i++) {
      liveAgain(client, seed, ++lives, calendar)
      if (partsPlayed([client], [story])[0]![0] !== part) continue
      const now = partsPlayed([client], STORIES)[0]!
      if (!toldParts.every((told, i) => told === now[i])) continue
      parts[client.number] = now
      return true
    }
    restoreLife(client, former, calendar)
    return false
  }
}
