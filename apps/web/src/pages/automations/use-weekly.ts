import { useWords } from '../../i18n/period-words.ts'

/** Says about how many people a week. */
export function useWeekly(): (perWeek: number) => string {
  const { say } = useWords()
  return (perWeek) => (perWeek === 0 ? say('automations.rarely') : say('automations.perWeek', { count: perWeek }))
}
