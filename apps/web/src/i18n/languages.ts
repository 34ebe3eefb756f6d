import { LANGUAGES, type Language } from '@comeback/server/languages'

export { LANGUAGES, type Language }

/** Each language in its own words: who cannot read the page finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = { uk: 'Українська', ru: 'Русский', en: 'English' }

/** Formats of dates and numbers; English with the day before the month. */
export const LOCALES: Record<Language, string> = { uk: 'uk-UA', ru: 'ru-RU', en: 'en-GB' }

const STORED = 'comeback.language'

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text)

/** The language chosen before, else the browser's first that we speak, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED)
  if (stored !== null && isLanguage(stored)) return stored
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(STORED, language)
}
