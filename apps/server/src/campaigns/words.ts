import type { Language } from '../languages.ts'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const BONUSES: Record<Language, Forms> = {
  uk: { one: 'бонус', few: 'бонуси', many: 'бонусів', other: 'бонусів' },
  ru: { one: 'бонус', few: 'бонуса', many: 'бонусов', other: 'бонусов' },
  en: { one: 'bonus point', other: 'bonus points' },
}

const DAYS: Record<Language, Forms> = {
  uk: { one: 'день', few: 'дні', many: 'днів', other: 'днів' },
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дней' },
  en: { one: 'day', other: 'days' },
}

/** «500 бонусів». */
export const bonusWords = (count: number, language: Language): string => counted(count, language, BONUSES)

/** «74 дні». */
export const dayWords = (count: number, language: Language): string => counted(count, language, DAYS)

function counted(count: number, language: Language, forms: Record<Language, Forms>): string {
  const form = new Intl.PluralRules(language).select(count)
  return `${count} ${forms[language][form] ?? forms[language].other}`
}

/** «1 березня»; with the year when it is not this one. */
export function dateWords(date: Temporal.PlainDate, language: Language, today: Temporal.PlainDate): string {
  const year = date.year === today.year ? {} : ({ year: 'numeric' } as const)
  return date.toLocaleString(language, { day: 'numeric', month: 'long', ...year })
}
