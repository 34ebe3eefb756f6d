import { describe, expect, test } from 'vitest'
import { chooseSort } from './choose-sort.ts'

const COLUMNS = [{ id: 'name' }, { id: 'revenue' }]
const SPENT = { id: 'revenue', desc: true }
const WORTH = { id: 'value12m', desc: true }

const FORECASTS = {
  'not known yet': { state: undefined, ordersLists: false, withheld: false },
  'not asked for, as for a master': { state: undefined, ordersLists: false, withheld: true },
  'being computed': { state: 'pending', ordersLists: false, withheld: false },
  'that could not be had': { state: 'failed', ordersLists: false, withheld: true },
  'there from the beginning': { state: 'ready', ordersLists: true, withheld: false },
} as const

describe('the order of a list of people with a forecast', () => {
  test.each([
    ['not known yet', null],
    ['not asked for, as for a master', SPENT],
    ['being computed', SPENT],
    ['that could not be had', SPENT],
    ['there from the beginning', WORTH],
  ] as const)('%s', (forecast, order) => {
    expect(chooseSort({}, COLUMNS, FORECASTS[forecast], SPENT)).toEqual(order)
  })

  test.each(Object.entries(FORECASTS))('%s: what is asked for comes first', (_, forecast) => {
    expect(chooseSort({ sort: 'name' }, COLUMNS, forecast, SPENT)).toEqual({ id: 'name', desc: false })
  })

  test('a column the person does not see orders nothing', () => {
    const master = FORECASTS['not asked for, as for a master']
    expect(chooseSort({ sort: 'value12m' }, COLUMNS, master, SPENT)).toEqual(SPENT)
  })
})
