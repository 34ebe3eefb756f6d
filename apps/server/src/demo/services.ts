import { type Day, dayOf } from '@comeback/retention'

export type ServiceName =
  | 'Стрижка жіноча'
  | 'Фарбування'
  | 'Тонування'
  | 'Укладка'
  | 'Стрижка чоловіча'
  | 'Стрижка дитяча'
  | 'Моделювання бороди'
  | 'Манікюр'
  | 'Манікюр з покриттям'
  | 'Педикюр'
  | 'Нарощування вій'
  | 'Ламінування вій'
  | 'Корекція брів'
  | 'Фарбування брів'

export interface Service {
  category: string
  /** length of the slot, a multiple of 15 */
  minutes: number
  /** list price of 2023, UAH */
  price: number
  /** usual days between two visits of someone who lives by this service */
  rhythm: number
  /** share of new clients who come for it; 0 for what is only added to another service */
  demand: number
  audience: 'women' | 'men' | 'children'
  /** how readily people try it once and leave it; 1 is usual */
  triedOnce: number
}

export const SERVICES: Record<ServiceName, Service> = {
  'Стрижка жіноча': {
    category: 'Волосся',
    minutes: 60,
    price: 480,
    rhythm: 44,
    demand: 12,
    audience: 'women',
    triedOnce: 1,
  },
  Фарбування: {
    category: 'Волосся',
    minutes: 150,
    price: 1650,
    rhythm: 42,
    demand: 8,
    audience: 'women',
    triedOnce: 1,
  },
  Тонування: { category: 'Волосся', minutes: 90, price: 1050, rhythm: 36, demand: 3, audience: 'women', triedOnce: 1 },
  Укладка: { category: 'Волосся', minutes: 45, price: 380, rhythm: 28, demand: 3, audience: 'women', triedOnce: 1 },
  'Стрижка чоловіча': {
    category: 'Чоловічий зал',
    minutes: 45,
    price: 350,
    rhythm: 28,
    demand: 24,
    audience: 'men',
    triedOnce: 1,
  },
  'Стрижка дитяча': {
    category: 'Чоловічий зал',
    minutes: 30,
    price: 260,
    rhythm: 42,
    demand: 3,
    audience: 'children',
    triedOnce: 1,
  },
  'Моделювання бороди': {
    category: 'Чоловічий зал',
    minutes: 30,
    price: 250,
    rhythm: 24,
    demand: 0,
    audience: 'men',
    triedOnce: 1,
  },
  Манікюр: { category: 'Нігті', minutes: 60, price: 280, rhythm: 23, demand: 1.6, audience: 'women', triedOnce: 1 },
  'Манікюр з покриттям': {
    category: 'Нігті',
    minutes: 90,
    price: 480,
    rhythm: 21,
    demand: 19,
    audience: 'women',
    triedOnce: 1,
  },
  Педикюр: { category: 'Нігті', minutes: 75, price: 560, rhythm: 33, demand: 3, audience: 'women', triedOnce: 1 },
  'Нарощування вій': {
    category: 'Вії та брови',
    minutes: 120,
    price: 780,
    rhythm: 24,
    demand: 17,
    audience: 'women',
    triedOnce: 1.65,
  },
  'Ламінування вій': {
    category: 'Вії та брови',
    minutes: 60,
    price: 620,
    rhythm: 44,
    demand: 4,
    audience: 'women',
    triedOnce: 1.2,
  },
  'Корекція брів': {
    category: 'Вії та брови',
    minutes: 30,
    price: 230,
    rhythm: 27,
    demand: 6,
    audience: 'women',
    triedOnce: 1,
  },
  'Фарбування брів': {
    category: 'Вії та брови',
    minutes: 15,
    price: 170,
    rhythm: 30,
    demand: 0,
    audience: 'women',
    triedOnce: 1,
  },
}

export const SERVICE_NAMES = Object.keys(SERVICES) as ServiceName[]

/** What goes well with a service on the same visit, and how many of its clients ever take it. */
export const ADD_ONS: Partial<Record<ServiceName, { service: ServiceName; share: number }[]>> = {
  'Стрижка жіноча': [{ service: 'Укладка', share: 0.35 }],
  Фарбування: [
    { service: 'Стрижка жіноча', share: 0.55 },
    { service: 'Укладка', share: 0.3 },
  ],
  Тонування: [{ service: 'Стрижка жіноча', share: 0.4 }],
  'Стрижка чоловіча': [{ service: 'Моделювання бороди', share: 0.35 }],
  'Манікюр з покриттям': [{ service: 'Педикюр', share: 0.4 }],
  'Нарощування вій': [{ service: 'Корекція брів', share: 0.4 }],
  'Ламінування вій': [{ service: 'Корекція брів', share: 0.5 }],
  'Корекція брів': [{ service: 'Фарбування брів', share: 0.5 }],
}

export interface Product {
  name: string
  category: string
  /** list price of 2023, UAH */
  price: number
}

/** What is sold after a visit, by the category of its main service. */
export const PRODUCTS: readonly Product[] = [
  { name: 'Шампунь безсульфатний 250 мл', category: 'Волосся', price: 420 },
  { name: 'Маска для волосся', category: 'Волосся', price: 510 },
  { name: 'Віск для укладання', category: 'Чоловічий зал', price: 340 },
  { name: 'Олія для бороди', category: 'Чоловічий зал', price: 390 },
  { name: 'Олія для кутикули', category: 'Нігті', price: 180 },
  { name: 'Крем для рук', category: 'Нігті', price: 220 },
  { name: 'Сироватка для вій', category: 'Вії та брови', price: 560 },
  { name: 'Щіточка для брів', category: 'Вії та брови', price: 90 },
]

export const PRODUCT_CATEGORY = 'Товари'

/** New price lists in per cent of the one of 2023. */
const PRICE_LISTS: readonly { from: Day; percent: number }[] = [
  { from: dayOf(2023, 1, 1), percent: 100 },
  { from: dayOf(2024, 2, 1), percent: 112 },
  { from: dayOf(2024, 10, 1), percent: 121 },
  { from: dayOf(2025, 3, 1), percent: 134 },
  { from: dayOf(2026, 2, 1), percent: 146 },
]

/** Price on a day in UAH, rounded to 10; `grade` is the master's mark-up in per cent of the list. */
export function priceOn(day: Day, listPrice: number, grade: number): number {
  const percent = PRICE_LISTS.findLast(({ from }) => from <= day)!.percent
  return Math.round((listPrice * percent * grade) / 100_000) * 10
}
