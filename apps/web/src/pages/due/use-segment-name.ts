import type { Risk } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import type { Segment } from './due-search.ts'

/** What a list is called. "This week" is said of the week that begins now; of older data the days are named. */
export function useSegmentName(risk: Risk | undefined): (segment: Segment) => string {
  const { say, formats } = useWords()
  const { daysBehind } = useWorkspace()
  return (segment) =>
    segment !== 'week' || daysBehind === 0 || !risk
      ? say(`due.segment.${segment}`)
      : say('due.weekOf', { dates: formats.shortDates(risk.dueThisWeek.from, risk.dueThisWeek.to) })
}
