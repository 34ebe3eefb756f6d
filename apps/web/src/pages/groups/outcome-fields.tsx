import { formatPeriod, parsePeriod, shiftPeriod } from '@comeback/retention'
import type { OutcomeRule } from '@comeback/server/groups/rule'
import { Select } from '@mantine/core'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './builder.module.css'
import { useBaseName, useReturnName } from './rule-text.ts'

const OUTCOMES = ['lost', 'missed', 'returned', 'open', 'outside', 'booked', 'served'] as const
const COUNTED_BACK = ['month-1', 'month-2', 'month-3', 'quarter-1', 'quarter-2', 'quarter-3', 'year-1', 'year-2']
const RETURNS = ['next', '30d', '45d', '60d', '90d', '120d', '180d']

interface Props {
  rule: OutcomeRule
  onChange: (rule: OutcomeRule) => void
}

/** What became of the clients of a period: the period, by when they were to return, and the outcome. */
export function OutcomeFields({ rule, onChange }: Props) {
  const { say } = useText()
  const { asOf } = useWorkspace()
  const baseName = useBaseName()
  const returnName = useReturnName()
  const withOwn = (options: string[], own: string) => (options.includes(own) ? options : [own, ...options])
  const bases = [
    { group: say('groups.basesBack'), items: COUNTED_BACK },
    { group: say('groups.basesFixed'), items: recentPeriods(asOf) },
  ]
  const known = bases.some(({ items }) => items.includes(rule.base))
  const data = known ? bases : [{ group: say('groups.basesOwn'), items: [rule.base] }, ...bases]
  return (
    <div className={classes.fields}>
      <Select
        label={say('groups.outcomeLabel')}
        allowDeselect={false}
        data={OUTCOMES.map((value) => ({ value, label: say(`groups.outcome.${value}`) }))}
        value={rule.outcome}
        onChange={(value) => onChange({ ...rule, outcome: OUTCOMES.find((each) => each === value) ?? 'lost' })}
      />
      <Select
        label={say('groups.baseLabel')}
        allowDeselect={false}
        searchable
        data={data.map(({ group, items }) => ({
          group,
          items: items.map((value) => ({ value, label: baseName(value) })),
        }))}
        value={rule.base}
        onChange={(base) =>
          base && onChange({ ...rule, base, return: /^(next|\d+d)$/.test(rule.return) ? rule.return : 'next' })
        }
      />
      <Select
        label={say('groups.returnLabel')}
        allowDeselect={false}
        data={withOwn(RETURNS, rule.return).map((value) => ({ value, label: returnName(rule.base, value) }))}
        value={rule.return}
        onChange={(value) => value && onChange({ ...rule, return: value })}
      />
    </div>
  )
}

/** The last months, quarters and years up to the day the data reaches. */
function recentPeriods(asOf: string): string[] {
  const back = (from: string, count: number) => {
    const current = parsePeriod(from)
    return current ? Array.from({ length: count }, (_, i) => formatPeriod(shiftPeriod(current, -i))) : []
  }
  const [year = '', month = ''] = asOf.split('-')
  return [...back(`${year}-Q${Math.ceil(Number(month) / 3)}`, 8), ...back(`${year}-${month}`, 15), ...back(year, 3)]
}
