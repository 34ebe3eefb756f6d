/** Whole messages that ask for no more marketing, in the languages of the page. */
const STOP = new Set(
  [
    'STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT',
    'СТОП ВІДПИСАТИСЬ ВІДПИСАТИСЯ ВІДПИШИСЬ ВІДПИШІТЬ ВІДПИСКА ВІДПИСАТИ ВІДМОВА',
    'ОТПИСАТЬСЯ ОТПИСКА ОТПИШИТЕ ОТПИСАТЬ ОТКАЗ',
  ].flatMap((words) => words.split(' ')),
)
const PHRASES = new Set([
  ...['OPT OUT', 'STOP ALL', 'STOP SMS', 'СТОП SMS', 'СТОП СМС', 'НЕ ПИШІТЬ', 'НЕ ПИШІТЬ МЕНІ', 'НЕ ПИШИТЕ'],
  ...['НЕ ПИШИТЕ МНЕ', 'НЕ ПИШІТЬ БІЛЬШЕ', 'БІЛЬШЕ НЕ ПИШІТЬ', 'БОЛЬШЕ НЕ ПИШИТЕ', 'СТОП РЕКЛАМА'],
])

/** Letters of phones that look alike in both alphabets. */
const ALIKE: Record<string, string> = {
  A: 'А',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
}

/**
 * Whether a message asks for no more marketing: only when that is all it says. "Стоп, я передумала: завтра о десятій"
 * is about a visit.
 */
export function asksToStop(text: string): boolean {
  const words = text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const mended = /[А-ЯІЇЄҐ]/.test(words) ? words.replace(/[A-Z]/g, (letter) => ALIKE[letter] ?? letter) : words
  return [words, mended].some((each) => STOP.has(each) || PHRASES.has(each))
}
