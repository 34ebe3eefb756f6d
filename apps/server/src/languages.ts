/** Languages of everything a person reads, and that a client may be written to in. */
export const LANGUAGES = ['uk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a client reads; '' is not known. */
export type ClientLanguage = Language | ''
