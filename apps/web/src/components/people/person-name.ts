import type { Person } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** What to call a client: the name, else their number in the booking system; one who is erased has only ours. */
export function usePersonName(): (person: Pick<Person, 'id' | 'name' | 'externalId' | 'erased'>) => string {
  const { say } = useText()
  return ({ id, name, externalId, erased }) =>
    (erased ? say('privacy.erasedClient', { id }) : '') || name || externalId || say('people.unnamed')
}
