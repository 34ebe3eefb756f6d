import { useMemo } from 'react'
import type { RebookingGrouping } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { type PeopleOf, PeoplePanel } from './people-panel.tsx'
import { useRebookingName } from './rebooking-columns.tsx'
import { useRetention } from './use-retention.ts'

/** The people behind a number of the rebooking rate: a client with several such visits is there once. */
export function RebookingPeople({ by }: { by: RebookingGrouping }) {
  const { change } = useRetention()
  return <PeoplePanel people={usePeople(by)} onClose={() => change({ booked: undefined, of: undefined })} />
}

function usePeople(by: RebookingGrouping): PeopleOf | null {
  const { say, periods } = useWords()
  const { search, question, choice } = useRetention()
  const nameOf = useRebookingName(by)
  const { booked: count, of: group } = search
  const { base, filter, asOf } = question
  const source = useMemo(
    () => count && { kind: 'rebooking' as const, base, filter, asOf, by, group, count },
    [base, filter, asOf, by, group, count],
  )
  if (!count || !source) return null
  const about = [group !== undefined && nameOf({ key: group || null }), periods.name(choice.base)]
  return { title: say(`rebooking.people.${count}`), about: about.filter(Boolean).join(' · '), source }
}
