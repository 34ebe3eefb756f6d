import { type Day, dayOf } from '@comeback/retention'
import { FIRST_DAY, weekdayOf } from './salon-time.ts'
import type { ServiceName } from './services.ts'

export type Location = 'Центр' | 'Поділ'

export interface Master {
  name: string
  joined: Day
  /** new clients she gets for a service, relative to colleagues who do it too */
  skills: Partial<Record<ServiceName, number>>
  /** share of visits after which the next one is booked at once */
  rebooks: number
  /** how readily clients leave, after the first visit and later; 1 is usual */
  losesNew: number
  losesRegulars: number
  /** price mark-up, per cent of the list */
  grade: number
  /** from this day on the book is full and only a few newcomers find a place */
  fullFrom: Day
  /** working weeks, Monday to Sunday: C in the centre, P at Podil, - off */
  weeks: readonly { from: Day; days: string }[]
}

/** Podil opened in March 2024. It is closed on Monday and Tuesday, the centre on Sunday. */
const PODIL_OPENS = dayOf(2024, 3, 4)
const KAROLINA_JOINS = dayOf(2025, 9, 15)
const NEVER_FULL = dayOf(2100, 1, 1)

export const MASTERS: readonly Master[] = [
  {
    name: 'Наталія',
    joined: FIRST_DAY,
    skills: { 'Стрижка жіноча': 8, Фарбування: 10, Тонування: 10, Укладка: 8 },
    rebooks: 0.5,
    losesNew: 0.95,
    losesRegulars: 0.9,
    grade: 110,
    fullFrom: NEVER_FULL,
    weeks: [{ from: FIRST_DAY, days: '-CCCCC-' }],
  },
  {
    name: 'Ілля',
    joined: FIRST_DAY,
    skills: {
      'Стрижка чоловіча': 10,
      'Стрижка дитяча': 10,
      'Моделювання бороди': 10,
      'Стрижка жіноча': 2,
      Укладка: 2,
    },
    rebooks: 0.32,
    losesNew: 0.9,
    losesRegulars: 1,
    grade: 100,
    fullFrom: NEVER_FULL,
    weeks: [
      { from: FIRST_DAY, days: 'CCC-CC-' },
      { from: PODIL_OPENS, days: '-C-CPPP' },
    ],
  },
  {
    name: 'Марта',
    joined: FIRST_DAY,
    skills: { Манікюр: 8, 'Манікюр з покриттям': 10, Педикюр: 10 },
    rebooks: 0.78,
    losesNew: 0.5,
    losesRegulars: 0.6,
    grade: 115,
    fullFrom: dayOf(2024, 6, 1),
    weeks: [
      { from: FIRST_DAY, days: '-CCCCC-' },
      { from: dayOf(2025, 1, 13), days: '-C-CCC-' },
    ],
  },
  {
    name: 'Оксана',
    joined: FIRST_DAY,
    skills: { 'Нарощування вій': 10, 'Ламінування вій': 8, 'Корекція брів': 8, 'Фарбування брів': 8 },
    rebooks: 0.55,
    losesNew: 0.9,
    losesRegulars: 1.3,
    grade: 105,
    fullFrom: NEVER_FULL,
    weeks: [
      { from: FIRST_DAY, days: 'C-CCCC-' },
      { from: PODIL_OPENS, days: '--PPPPP' },
    ],
  },
  {
    name: 'Юлія',
    joined: PODIL_OPENS,
    skills: {
      Манікюр: 10,
      'Манікюр з покриттям': 10,
      Педикюр: 8,
      'Нарощування вій': 3,
      'Ламінування вій': 6,
      'Корекція брів': 6,
      'Фарбування брів': 6,
    },
    rebooks: 0.42,
    losesNew: 1.05,
    losesRegulars: 1.2,
    grade: 95,
    fullFrom: NEVER_FULL,
    weeks: [{ from: PODIL_OPENS, days: 'C-C-PPP' }],
  },
  {
    name: 'Кароліна',
    joined: KAROLINA_JOINS,
    skills: { Манікюр: 14, 'Манікюр з покриттям': 14, Педикюр: 8 },
    rebooks: 0.12,
    losesNew: 2,
    losesRegulars: 8,
    grade: 90,
    fullFrom: NEVER_FULL,
    weeks: [{ from: KAROLINA_JOINS, days: 'C-CCCC-' }],
  },
]

/** Where the master works on this day of the week, holidays aside; `null` when off or not with the salon yet. */
export function regularWorkplace(master: Master, day: Day): Location | null {
  const week = master.weeks.findLast(({ from }) => from <= day)
  const place = week?.days[weekdayOf(day)]
  return place === 'C' ? 'Центр' : place === 'P' ? 'Поділ' : null
}

/** Weight with which someone who comes on this day for this service is given to the master. */
export function newcomerWeight(master: Master, service: ServiceName, day: Day): number {
  if (day < master.joined) return 0
  return (master.skills[service] ?? 0) * (day >= master.fullFrom ? 0.3 : 1)
}
