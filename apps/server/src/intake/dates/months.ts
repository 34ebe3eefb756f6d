/** First letters of the months' names, enough to tell them apart, in English, Ukrainian and Russian. */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'січ', 'янв'],
  ['feb', 'лют', 'фев'],
  ['mar', 'бер', 'мар'],
  ['apr', 'кві', 'апр'],
  ['may', 'тра', 'май', 'мая'],
  ['jun', 'чер', 'июн'],
  ['jul', 'лип', 'июл'],
  ['aug', 'сер', 'авг'],
  ['sep', 'вер', 'сен'],
  ['oct', 'жов', 'окт'],
  ['nov', 'лис', 'ноя'],
  ['dec', 'гру', 'дек'],
]

/** Month 1–12 of a written month such as `March`, `берез.` or `мая`; 0 when it is none. */
export function monthOfWord(word: string): number {
  const stem = word.slice(0, 3).toLowerCase()
  return MONTH_STEMS.findIndex((stems) => stems.includes(stem)) + 1
}
