import type { AutomationTrigger } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'

/** Says what an automation does, in a sentence. */
export function useSentence(): (trigger: AutomationTrigger) => string {
  const { say } = useWords()
  return (trigger) =>
    trigger.kind === 'overdue'
      ? say(`automations.overdue.${trigger.after}`)
      : say(`automations.does.${trigger.kind}`, { count: trigger.days })
}
