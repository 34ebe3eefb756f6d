import type { Person } from '../../api/types.ts'

interface Words {
  name: (person: Person) => string
  expected: (person: Person) => string
  noPhone: string
}

/** One person a line: name, phone, when they were expected, master and service; in a table each falls into a column. */
export function workListText(people: readonly Person[], words: Words): string {
  return people
    .map((person) =>
      [
        words.name(person),
        person.phone || person.email || words.noPhone,
        words.expected(person),
        [person.staff, person.service].filter(Boolean).join(' · '),
      ].join('\t'),
    )
    .join('\n')
}
