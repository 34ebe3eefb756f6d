import { expect, it } from 'vitest'
import { FORMULA } from './formulas.ts'

it.each([
  ...['=1+1', '@SUM(A1)', '+cmd', '-cmd', "|calc.exe'!A0", '\t=1', '\rx', '\nx', ' =1+1', '\u00a0=1+1'],
  ...['＝1+1', '＠SUM(A1)', '＋1+cmd', '－1+cmd', "+380|' /C calc'!A0"],
])('takes %j for a formula', (text) => expect(FORMULA.test(text)).toBe(true))

it.each(['', '-', '–', '-5', '-1 250,50', '+380 (50) 123-45-67', '＋380501234567', 'a=b', 'Марта | Олена', 'x\n=y'])(
  'leaves %j as it is',
  (text) => expect(FORMULA.test(text)).toBe(false),
)
