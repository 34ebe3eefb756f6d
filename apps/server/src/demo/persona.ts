import type { Arrival } from './arrivals.ts'
import { MASTERS, type Master, newcomerWeight } from './masters.ts'
import type { Random } from './random.ts'
import { ADD_ONS, SERVICE_NAMES, SERVICES, type ServiceName } from './services.ts'

type Source = 'Instagram' | 'Google' | 'Рекомендація' | 'TikTok' | 'Вивіска' | 'Купон' | ''

/** Habits of a client that stay the same all their time with the salon. */
export interface Persona {
  audience: 'women' | 'men' | 'children'
  source: Source
  service: ServiceName
  favourite: Master
  /** usual days between visits */
  gap: number
  /** spread of the gaps as a share of the usual one */
  spread: number
  /** services this client also takes on a visit, and how often */
  addOns: { service: ServiceName; chance: number }[]
  /** what this client sometimes comes for besides, in another part of the salon */
  errand: ServiceName | null
  /** chances of never coming again after the first visit, and after a late one */
  leavesAtFirst: number
  leavesLater: number
  /** share of visits after which the next is booked at once */
  rebooks: number
  booksOnline: boolean
  days: 'weekdays' | 'weekend' | 'any'
  /** minute of the day */
  hour: number
}

/** Share of newcomers by source, and how likely they are to leave at first, relative to others. */
const SOURCES: readonly { name: Source; share: number; leaving: number }[] = [
  { name: 'Instagram', share: 34, leaving: 1.08 },
  { name: 'Google', share: 20, leaving: 1 },
  { name: 'Рекомендація', share: 24, leaving: 0.7 },
  { name: 'TikTok', share: 8, leaving: 1.3 },
  { name: 'Вивіска', share: 9, leaving: 1.05 },
  { name: '', share: 5, leaving: 1 },
]

/** How many prefer which days. */
const DAYS = { weekdays: 5, weekend: 2, any: 5 } as const

const LEAVES_AT_FIRST = 0.45
const LEAVES_LATER = 0.025
const LEAVES_AFTER_VOUCHER = 0.9

export function drawPersona(arrival: Arrival, random: Random): Persona {
  const service = mainService(arrival, random)
  const { audience, rhythm } = SERVICES[service]
  const favourite =
    arrival.occasion === 'masterLaunch'
      ? MASTERS.find(({ name }) => name === 'Кароліна')!
      : random.weighted(MASTERS, (master) => newcomerWeight(master, service, arrival.day))
  const source = drawSource(arrival, random)
  return {
    audience,
    source,
    service,
    favourite,
    gap: rhythm * Math.max(0.7, 1 + 0.16 * random.bell()),
    spread: 0.1 + 0.14 * random.next(),
    addOns: addOnsOf(service, random),
    errand: audience === 'women' && random.chance(0.3) ? errandBeside(service, random) : null,
    leavesAtFirst: leavesAtFirst(arrival, source, favourite, service),
    leavesLater: Math.min(0.4, LEAVES_LATER * favourite.losesRegulars * (0.6 + 0.8 * random.next())),
    rebooks: Math.min(0.95, favourite.rebooks * (0.7 + 0.6 * random.next())),
    booksOnline: random.chance(0.5),
    days: random.weighted(['weekdays', 'weekend', 'any'] as const, (days) => DAYS[days]),
    hour: 30 * random.weighted([20, 22, 24, 26, 28, 30, 32, 34, 35, 36], (half) => (half >= 32 ? 3 : 2)),
  }
}

function mainService(arrival: Arrival, random: Random): ServiceName {
  if (arrival.occasion === 'voucher') return 'Манікюр'
  if (arrival.occasion === 'masterLaunch') return random.chance(0.9) ? 'Манікюр з покриттям' : 'Педикюр'
  const demand = (service: ServiceName) => SERVICES[service].demand
  return random.weighted(SERVICE_NAMES, demand)
}

function drawSource(arrival: Arrival, random: Random): Source {
  switch (arrival.occasion) {
    case 'voucher':
      return 'Купон'
    case 'masterLaunch':
      return random.chance(0.75) ? 'Instagram' : 'TikTok'
    case 'oldClient':
      return random.chance(0.4) ? '' : 'Рекомендація'
    case 'newClient':
      return random.weighted(SOURCES, ({ share }) => share).name
  }
}

function leavesAtFirst(arrival: Arrival, source: Source, favourite: Master, service: ServiceName): number {
  if (arrival.occasion === 'voucher') return LEAVES_AFTER_VOUCHER
  const ofSource = SOURCES.find(({ name }) => name === source)?.leaving ?? 1
  const known = arrival.occasion === 'oldClient' ? 0.35 : 1
  return Math.min(0.9, LEAVES_AT_FIRST * ofSource * favourite.losesNew * SERVICES[service].triedOnce * known)
}

function addOnsOf(service: ServiceName, random: Random): Persona['addOns'] {
  return (ADD_ONS[service] ?? [])
    .filter(({ share }) => random.chance(share))
    .map((addOn) => ({ service: addOn.service, chance: 0.25 + 0.5 * random.next() }))
}

function errandBeside(service: ServiceName, random: Random): ServiceName {
  const others = SERVICE_NAMES.filter(
    (other) => SERVICES[other].audience === 'women' && SERVICES[other].category !== SERVICES[service].category,
  )
  return random.weighted(others, (other) => SERVICES[other].demand)
}
