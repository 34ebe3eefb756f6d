import type { Person } from '../../api/types.ts'
import type { Say } from '../../i18n/index.ts'
import { NoData } from '../no-data.tsx'
import type { TableColumn } from '../table/columns.ts'
import type { useForecastFigures } from './forecast-figures.ts'

/** What is expected of a client; `pending`: the figures are still being computed. */
export function forecastColumns(
  say: Say,
  figures: ReturnType<typeof useForecastFigures>,
  pending: boolean,
): TableColumn<Person>[] {
  const cell = (value: number | null, show: (value: number) => string) =>
    value === null ? <NoData why={pending ? say('forecast.soon') : undefined} /> : show(value)
  return [
    {
      id: 'pAlive',
      label: say('people.columns.pAlive'),
      term: 'pAlive',
      numeric: true,
      value: (person) => person.pAlive ?? undefined,
      cell: ({ pAlive }) => cell(pAlive, figures.chance),
    },
    {
      id: 'expectedVisits12m',
      label: say('forecast.visits'),
      term: 'expectedVisits12m',
      numeric: true,
      value: (person) => person.expectedVisits12m ?? undefined,
      cell: ({ expectedVisits12m }) => cell(expectedVisits12m, figures.visits),
    },
    {
      id: 'value12m',
      label: say('people.columns.value12m'),
      term: 'value12m',
      numeric: true,
      value: (person) => person.value12m ?? undefined,
      cell: ({ value12m }) => cell(value12m, figures.value),
    },
  ]
}
