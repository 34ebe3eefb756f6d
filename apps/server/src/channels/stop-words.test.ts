import { expect, test } from 'vitest'
import { asksToStop } from './stop-words.ts'

test.each([
  ...['STOP', 'stop.', ' Стоп! ', 'СТОП', 'CTOП', 'Unsubscribe', 'ВІДПИСАТИСЬ', 'Відписатися', 'отписаться', '«СТОП»'],
  ...['не пишіть мені', 'Больше не пишите!', 'opt-out', 'СТОП 🛑', 'Стоп реклама'],
])('%s asks to stop', (text) => {
  expect(asksToStop(text)).toBe(true)
})

test.each([
  ...[
    '',
    'Стоп, я передумала: завтра о десятій',
    'Не пишіть о восьмій, я сплю',
    'Дякую',
    'stopwatch',
    'Як відписатися від Марти?',
  ],
  ...['Можна відмовитися від стрижки?', 'END of month?', '🛑'],
])('%s does not', (text) => {
  expect(asksToStop(text)).toBe(false)
})
