import type { AutomationTrigger } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'

/** Says what an automation does, in a sentence. */
export function useSentence(): (trigger: AutomationTrigger) => string {
  const { say } = useWords()
  return (trigger) => {
    if (trigger.kind === 'overdue') return say(`automations.overdue.${trigger.after}`)
    if (trigger.kind === 'birthday' && trigger.days === 0) return say('automations.onBirthday')
    return say(`automations.does.${trigger.kind}`, { count: trigger.days })
  }
}
