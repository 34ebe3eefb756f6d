import type { Call } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'

/** What an entry says in words: who, why, when last. */
export function useCallWords() {
  const { say, formats } = useWords()
  const ago = (days: number) => (days === 0 ? say('calls.today') : say('calls.ago', { count: days }))
  return {
    nameOf: ({ name, externalId }: Call) => name || externalId || say('people.unnamed'),
    /** what they asked for: "Manicure, Marta, 5 April, in the evening"; `null` when they did not ask */
    wishOf: ({ wish }: Call) => {
      if (!wish) return null
      const day = wish.day ? formats.date(wish.day) : ''
      const part = wish.part === 'any' ? '' : say(`calls.part.${wish.part}`)
      return [wish.service, wish.staff, day, part].filter(Boolean).join(', ') || say('calls.anything')
    },
    whyOf: ({ source, reason }: Call) => reason || say(`calls.source.${source}`),
    lastOf: ({ clientId, daysSince, staff, service }: Call) => {
      if (clientId === null) return say('calls.stranger')
      if (daysSince === null) return say('calls.never')
      return [ago(daysSince), staff, service].filter(Boolean).join(' · ')
    },
  }
}
