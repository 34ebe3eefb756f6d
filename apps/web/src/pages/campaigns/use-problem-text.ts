import type { CampaignCheck } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'

/** What keeps a message from being sent, in words; of a text that has several languages, in which of them. */
export function useProblemText() {
  const { say } = useText()
  return ({ code, value }: CampaignCheck['problems'][number]): string => {
    const text = say(`campaigns.problem.${code}`, { value })
    const language = LANGUAGES.find((each) => each === value)
    return language && (code === 'noText' || code === 'noSubject') ? `${LANGUAGE_NAMES[language]}: ${text}` : text
  }
}
