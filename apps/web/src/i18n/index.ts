import i18next from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { pointToManifest } from '../app/manifest-link.ts'
import { CATALOGUES, type Catalogue, type TextKey, toResources } from './catalogue.ts'
import { keepLanguage, LANGUAGES, type Language, preferredLanguage } from './languages.ts'

export async function startLanguages(): Promise<void> {
  const resources = Object.fromEntries(
    LANGUAGES.map((language) => [language, { translation: toResources({ ...CATALOGUES[language] }) }]),
  )
  i18next.use(initReactI18next)
  i18next.on('languageChanged', (language) => {
    document.documentElement.setAttribute('lang', language)
    pointToManifest(language as Language)
  })
  await i18next.init({
    lng: preferredLanguage(),
    fallbackLng: false,
    resources,
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  })
}

export function chooseLanguage(language: Language): void {
  keepLanguage(language)
  void i18next.changeLanguage(language)
}

export type Values = Record<string, string | number>
export type Say = (key: TextKey, values?: Values) => string

/** The words of the page: `say('clients.count', { count: 3 })`. A key that does not exist is a type error. */
export function useText(): { say: Say; language: Language; words: Catalogue } {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  return useMemo(
    () => ({ say: (key, values) => t(key, values ?? {}) as string, language, words: CATALOGUES[language] }),
    [t, language],
  )
}
