import type { Language } from '../i18n/languages.ts'

/** The installed app has its name and shortcuts in the person's language. */
export function pointToManifest(language: Language): void {
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest/${language}.webmanifest`)
}
