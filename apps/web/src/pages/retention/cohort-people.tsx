import { formatPeriod } from '@comeback/retention'
import { useMemo } from 'react'
import type { PeopleSource } from '../../api/queries.ts'
import type { Cohort } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { monthAfter, useCohortWords } from './cohort-words.ts'
import { type PeopleOf, PeoplePanel } from './people-panel.tsx'
import { useRetention } from './use-retention.ts'

/** The clients behind a cell: those new in a month who came some months after it. */
export function CohortPeople({ cohorts }: { cohorts: readonly Cohort[] }) {
  const { change } = useRetention()
  return <PeoplePanel people={usePeople(cohorts)} onClose={() => change({ cell: undefined })} />
}

function usePeople(cohorts: readonly Cohort[]): PeopleOf | null {
  const { say } = useWords()
  const { search, question } = useRetention()
  const { when, sentence } = useCohortWords('share')
  const [month, months] = search.cell?.split('+') ?? []
  const k = Number(months)
  const cohort = cohorts.find((each) => each.month === month)
  const cell = cohort?.cells[k]
  const source = useMemo<PeopleSource | null>(
    () =>
      month && cell
        ? {
            kind: 'report',
            // Who was new in the cohort's month and came in the later one: a question of the retention report.
            base: month,
            return: k === 0 ? 'next' : formatPeriod({ ...monthAfter(month, k), kind: 'span' }),
            filter: ['newness:new'],
            asOf: question.asOf,
            outcome: k === 0 ? 'served' : 'returned',
          }
        : null,
    [month, cell, k, question.asOf],
  )
  if (!cohort || !cell || !source) return null
  const title = say(k === 0 ? 'cohorts.people' : 'cohorts.peopleBack', {
    cohort: when(monthAfter(cohort.month, 0)),
    month: when(monthAfter(cohort.month, k)),
  })
  return { title, about: sentence(cohort, cell), source }
}
