import { isStale } from '../../app/data-day.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'

/** How late somebody was on the day the data ends on, which is named when it is not about now; in a past report that day. */
export function useOverdueBy(asOf?: string): (days: number) => string {
  const { say, formats } = useWords()
  const workspace = useWorkspace()
  const on = asOf ?? workspace.asOf
  const isNow = on === workspace.asOf && !isStale(workspace)
  return (days) =>
    isNow
      ? say('people.overdueBy', { count: days })
      : say('people.overdueOn', { count: days, date: formats.shortDate(on) })
}
