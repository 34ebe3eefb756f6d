import { useMemo } from 'react'
import { useWords } from '../../i18n/period-words.ts'
import { type PeopleOf, PeoplePanel } from './people-panel.tsx'
import { GROUP_TABS } from './retention-search.ts'
import { useRetention } from './use-retention.ts'

const MIXED = ['served', 'missed']

/** The people behind a number of the report or of the flows, opened by any of them. */
export function OutcomePeople() {
  const { change } = useRetention()
  const close = () => change({ people: undefined, of: undefined, to: undefined, new: undefined })
  return <PeoplePanel people={usePeople()} onClose={close} />
}

function usePeople(): PeopleOf | null {
  const { say, periods } = useWords()
  const { search, question, choice, tab } = useRetention()
  const outcome = search.people
  const by = search.of === undefined ? undefined : GROUP_TABS.find((group) => group === tab)
  const [from, to] = tab === 'flows' ? [search.of, search.to] : []
  const source = useMemo(
    () =>
      outcome && {
        kind: 'report' as const,
        ...question,
        by,
        group: by && search.of,
        outcome,
        newOnly: search.new,
        anchorStaff: from,
        nextStaff: to,
      },
    [question, by, search.of, outcome, search.new, from, to],
  )
  if (!outcome || !source) return null
  const master = (name: string | undefined) => name || say('retention.table.nameless.staff')
  const flow = [from, to].filter((name) => name !== undefined).map(master)
  const about = [
    by && (search.of || say(`retention.table.nameless.${by}`)),
    flow.join(' → '),
    search.new && say('retention.people.newOnly'),
    `${periods.name(choice.base)} → ${periods.rule(choice.rule)}`,
  ]
  return {
    title: say(`retention.outcome.${outcome}`),
    term: outcome,
    about: about.filter(Boolean).join(' · '),
    source,
    mixed: MIXED.includes(outcome),
  }
}
