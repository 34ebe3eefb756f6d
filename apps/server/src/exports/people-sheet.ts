import { formatDay } from '@comeback/retention'
import type { Language } from '../languages.ts'
import type { Behind, Person } from '../reports/list-people.ts'
import type { ColumnName } from './column-names.ts'
import type { CellKind, Sheet } from './write-file.ts'

type Value = string | number | null
interface Column {
  kind: CellKind
  of: (person: Person & Partial<Behind>) => Value
}

const COLUMNS = {
  name: { kind: 'text', of: (person) => person.name },
  externalId: { kind: 'text', of: (person) => person.externalId },
  phone: { kind: 'text', of: (person) => person.phone },
  email: { kind: 'text', of: (person) => person.email },
  birthday: { kind: 'text', of: (person) => person.birthday },
  outcome: { kind: 'word', of: (person) => person.outcome ?? null },
  firstVisit: { kind: 'date', of: (person) => formatDay(person.firstVisit) },
  lastVisit: { kind: 'date', of: (person) => formatDay(person.lastVisit) },
  daysSince: { kind: 'count', of: (person) => person.daysSince },
  staff: { kind: 'text', of: (person) => person.staff },
  service: { kind: 'text', of: (person) => person.service },
  visits: { kind: 'count', of: (person) => person.visits },
  revenue: { kind: 'money', of: (person) => person.revenue },
  averageTicket: { kind: 'money', of: (person) => person.averageTicket },
  expectedGap: { kind: 'days', of: (person) => person.expectedGap },
  expectedOn: { kind: 'date', of: (person) => (person.expectedOn === null ? null : formatDay(person.expectedOn)) },
  daysOverdue: { kind: 'count', of: (person) => person.daysOverdue },
  state: { kind: 'word', of: (person) => person.state },
  pAlive: { kind: 'share', of: (person) => person.pAlive },
  expectedVisits12m: { kind: 'number', of: (person) => person.expectedVisits12m },
  value12m: { kind: 'money', of: (person) => person.value12m },
} as const satisfies Partial<Record<ColumnName, Column>>

type PeopleColumn = keyof typeof COLUMNS

/** A list of people as a sheet, with the columns asked for (`a,b,…`; unknown ones are passed over) or all. */
export function peopleSheet(
  people: (Person & Partial<Behind>)[],
  asked: string | undefined,
  currency: string,
  language: Language,
): Sheet {
  const all = Object.keys(COLUMNS) as PeopleColumn[]
  const chosen = (asked?.split(',') ?? all).filter((name): name is PeopleColumn => name in COLUMNS)
  const names = chosen.length > 0 ? chosen : all
  return {
    columns: names.map((name) => ({ name, kind: COLUMNS[name].kind })),
    rows: people.map((person) => names.map((name) => COLUMNS[name].of(person))),
    currency,
    language,
  }
}
