import {
  buildVisits,
  type CountName,
  nextPeriodRule,
  parsePeriod,
  peopleBehind,
  type ReportQuery,
} from '@comeback/retention'
import type { Client } from './client.ts'
import { lineTableOf } from './line-table.ts'
import { LAST_DAY } from './salon-time.ts'

/** A number of a retention report that the demo salon must show: which report, which of its rows, which counts. */
export interface Story {
  query: ReportQuery
  /** name of the row; `undefined` is the total */
  group: string | undefined
  counts: readonly CountName[]
  /** numbers of clients wanted for each of `counts`, given those of the simulation */
  target: (simulated: readonly number[]) => readonly number[]
  /** whose other luck is most likely to help when more clients are needed */
  fits: (client: Client) => boolean
}

const december = period('2025-12')
const november = period('2025-11')
const fourthQuarter = period('2025-Q4')

/** The worked examples of the metrics, in the order in which they are made to hold. */
export const STORIES: readonly Story[] = [
  decemberOf('Кароліна', 6, 25),
  decemberOf('Марта', 26, 5),
  novemberOf('Нарощування вій', 3),
  novemberOf('Манікюр', 1),
  {
    query: { base: fourthQuarter, rule: nextPeriodRule(fourthQuarter), by: 'all', filters: [], asOf: LAST_DAY },
    group: undefined,
    counts: ['lost'],
    target: () => [222],
    fits: ({ arrival }) => arrival.day > LAST_DAY - 400 && arrival.day <= fourthQuarter.to,
  },
]

function decemberOf(master: string, returned: number, missed: number): Story {
  return {
    query: { base: december, rule: nextPeriodRule(december), by: 'staff', filters: [], asOf: LAST_DAY },
    group: master,
    counts: ['returned', 'missed'],
    target: () => [returned, missed],
    fits: ({ arrival, persona }) => persona.favourite.name === master && arrival.day <= december.to,
  }
}

/** Within 60 days `fifths` of five come back: of as many clients as the simulation has, to the nearest five and at least 25. */
function novemberOf(service: string, fifths: number): Story {
  return {
    query: { base: november, rule: { kind: 'window', days: 60 }, by: 'service', filters: [], asOf: LAST_DAY },
    group: service,
    counts: ['returned', 'missed'],
    target: ([returned = 0, missed = 0]) => {
      const fives = Math.max(5, Math.round((returned + missed) / 5))
      return [fives * fifths, fives * (5 - fifths)]
    },
    fits: ({ arrival, persona }) => persona.service === service && arrival.day <= november.to,
  }
}

/**
 * For each client and story the place in `counts` of what the engine counts the client as, −1 when in none.
 * Counts of a report are sums over clients, so these say all.
 */
export function partsPlayed(clients: readonly Client[], stories: readonly Story[]): Int8Array[] {
  const visits = buildVisits(lineTableOf(clients))
  const parts = clients.map(() => new Int8Array(stories.length).fill(-1))
  stories.forEach(({ query, group, counts }, story) => {
    counts.forEach((count, place) => {
      for (const { client } of peopleBehind(visits, query, { count, group })) parts[client]![story] = place
    })
  })
  return parts
}

function period(text: string) {
  return parsePeriod(text)!
}
