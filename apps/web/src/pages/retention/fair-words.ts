import type { FairRow } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { comparableOf, mixOf, sayingOf } from './fair-values.ts'

/** The sentences of the fair comparison. */
export function useFairWords(rows: readonly FairRow[]) {
  const { say, formats } = useWords()
  const { percent, number } = formats
  const nameOf = ({ key }: Pick<FairRow, 'key'>) => key || say('retention.table.nameless.staff')
  const verdict = (row: FairRow) => say(`fair.verdict.${sayingOf(row)}`)

  const mixText = (row: FairRow): string => {
    const mix = mixOf(row, rows)
    if (!mix) return ''
    if (mix.kind === 'same') return say('fair.mix.same')
    if (mix.kind === 'category') {
      return say('fair.mix.category', { category: mix.category, share: percent(mix.share) })
    }
    const { kind, share, salonShare, newRate, oldRate } = mix
    const rates = { newRate: percent(newRate), oldRate: percent(oldRate) }
    return say(`fair.mix.${kind}`, { share: percent(share), salon: percent(salonShare), ...rates })
  }

  const compareText = (row: FairRow): string => {
    const { clients, returned } = comparableOf(row)
    const how = row.verdict === 'asExpected' ? 'mayBe' : row.verdict.startsWith('well') ? 'hardly' : 'larger'
    const sentence = say('fair.compare', {
      expected: percent(row.expected ?? 0),
      rate: percent(returned / clients),
      verdict: say(`fair.chance.${how}`),
    })
    if (clients === row.served) return sentence
    return `${sentence} ${say('fair.comparedOnly', { clients: number(clients), served: number(row.served) })}`
  }

  /** Why the raw and the fair rate differ, or why there is no verdict. */
  const why = (row: FairRow): string => {
    const saying = sayingOf(row)
    const { clients, others } = comparableOf(row)
    if (row.served < 10) return say('fair.tooFew', { served: number(row.served) })
    if (saying === 'alone' || saying === 'tooFew' || row.expected === null) {
      return clients < others
        ? say('fair.aloneOwn', { clients: number(clients), served: number(row.served) })
        : say('fair.aloneOthers', { others: number(others) })
    }
    return `${mixText(row)} ${compareText(row)}`.trim()
  }
  return { nameOf, verdict, why, compareText }
}
