import type { ClientLanguage } from '../../languages.ts'
import { normaliseWords } from './normalise.ts'

const WORDS: Record<Exclude<ClientLanguage, ''>, string[]> = {
  uk: ['uk', 'ua', 'ukr', 'uk ua', 'ukrainian', 'українська', 'укр', 'украинский', 'украинская', 'україна', 'ук'],
  ru: ['ru', 'rus', 'ru ru', 'ru ua', 'russian', 'російська', 'рос', 'русский', 'русская', 'рус', 'ру'],
  en: ['en', 'eng', 'en us', 'en gb', 'english', 'англійська', 'англ', 'английский', 'английская', 'ен'],
}
const LANGUAGE_OF = new Map(
  Object.entries(WORDS).flatMap(([language, words]) => words.map((word) => [word, language as ClientLanguage])),
)

/** The language a cell names, by its name or code in any of the languages; '' for others and blank. */
export function readClientLanguage(text: string): ClientLanguage {
  return text === '' ? '' : (LANGUAGE_OF.get(normaliseWords(text)) ?? '')
}
