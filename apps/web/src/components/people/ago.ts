import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'

/**
 * How long ago a visit was, said of the salon's own today: `days` run up to the day the data ends on. In a report of a past
 * day (`asOf`) that day is named.
 */
export function useAgo(asOf?: string): (days: number) => string {
  const { say, formats } = useWords()
  const { asOf: latest, daysBehind } = useWorkspace()
  return (days) => {
    if (asOf !== undefined && asOf !== latest) {
      return days === 0 ? '' : say('people.before', { count: days, date: formats.shortDate(asOf) })
    }
    const ago = days + daysBehind
    return ago === 0 ? say('people.today') : say('people.ago', { count: ago })
  }
}
