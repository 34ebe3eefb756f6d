import type { ClientLanguage, Language } from '../languages.ts'
import type { Plan } from './plan.ts'

/** What a message says in one language. */
export interface Variant {
  language: Language
  /** of e-mails */
  subject: string
  text: string
}

type Worded = Pick<Plan, 'language' | 'subject' | 'text' | 'translations'>

/** Every language of a message, that of whose language is not known first. */
export function variantsOf({ language, subject, text, translations }: Worded): Variant[] {
  return [{ language, subject, text }, ...translations.filter((each) => each.language !== language)]
}

/** The words for a client: in their own language where the message has it, else in the first one. */
export function variantFor(plan: Worded, language: ClientLanguage): Variant {
  const variants = variantsOf(plan)
  return variants.find((each) => each.language === language) ?? variants[0]!
}
