import type { MonthHealth } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { lastFull, periodOfMonth, REFERENCE } from './month.ts'

/** Fewer than this say nothing (METRICS, ground rule 7). */
const ENOUGH = 10

/** The sentences of the latest full month: how many came, how many are regulars, and whether the new ones come again. */
export function useLead(months: readonly MonthHealth[]): string[] {
  const { say, formats, periods } = useWords()
  const { shortHistory } = useWorkspace()
  const { month, before } = lastFull(months)
  if (!month) return []
  const clients = say('overview.lead.clients', { count: month.served })
  const difference = before ? month.served - before.served : null
  const compared = difference === null ? 'alone' : difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same'
  const sentences = [
    say(`overview.lead.${compared}`, { clients, difference: formats.number(Math.abs(difference ?? 0)) }),
  ]
  // nobody can be regular yet, and most of the "new" clients are older than the data
  if (shortHistory) return [...sentences, say('overview.lead.young')]
  if (month.regularShare !== null && month.served >= ENOUGH) {
    const { from, to } = REFERENCE
    const side = month.regularShare < from ? 'Below' : month.regularShare > to ? 'Above' : 'Within'
    sentences.push(say(`overview.lead.regulars${side}`, { share: formats.percent(month.regularShare) }))
  }
  const judged = months.findLast(({ firstVisitRetention, returningRetention }) =>
    [firstVisitRetention, returningRetention].every((rate) => rate !== null && rate.served >= ENOUGH),
  )
  const [first, returning] = [judged?.firstVisitRetention, judged?.returningRetention]
  if (!judged || first?.rate == null || first.high === null || returning?.rate == null) return sentences
  sentences.push(
    say('overview.lead.retention', {
      when: periods.ruleWhen({ ...periodOfMonth(judged.month), kind: 'period' }),
      first: formats.percent(first.rate),
      returning: formats.percent(returning.rate),
    }),
  )
  if (first.high < returning.rate) sentences.push(say('overview.lead.retentionWorse'))
  return sentences
}
