import { expect, test } from 'vitest'
import { fillScript, unknownFieldOf } from './script.ts'

test.each([
  ['Вітаю, {{firstName}}! Це {{salon}}.', null],
  ['{{ firstName }} {{lastMaster|ваш майстер}}', null],
  ['{{bonus}}', 'bonus'],
  ['{{firstName}} {{}}', ''],
  ['{{ім’я|друже}}', 'ім’я'],
  ['{ firstName }', null],
])('%s', (script, unknown) => {
  expect(unknownFieldOf(script)).toBe(unknown)
})

test('what is known is filled in, what is not is replaced', () => {
  const script = '{{firstName|Друже}}, {{lastMaster|майстер}} чекає вже {{daysSince}} дн.{{lastService}}'
  expect(fillScript(script, { firstName: 'Олена', daysSince: '60', lastMaster: '' })).toBe(
    'Олена, майстер чекає вже 60 дн.',
  )
  expect(fillScript('{{firstName}}', { firstName: '{{salon}}', salon: 'x' })).toBe('{{salon}}')
})
