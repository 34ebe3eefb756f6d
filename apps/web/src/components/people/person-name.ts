import type { Person } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** What to call a client: the name, else their number in the booking system. */
export function usePersonName(): (person: Pick<Person, 'name' | 'externalId'>) => string {
  const { say } = useText()
  return ({ name, externalId }) => name || externalId || say('people.unnamed')
}
