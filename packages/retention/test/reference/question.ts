export type Grouping = 'all' | 'staff' | 'service' | 'category' | 'location' | 'source' | 'newness'
export type Field = Exclude<Grouping, 'all'>

/** Inclusive days. */
export interface Span {
  from: number
  to: number
}

export type Rule = ({ kind: 'period' } & Span) | { kind: 'window'; days: number }

/** What a retention report is asked for. In a filter '' means the nameless one. */
export interface Question {
  base: Span
  rule: Rule
  by: Grouping
  filters: { field: Field; values: string[] }[]
  asOf: number
}

/** `closesOn` = `to2`, or `to + N`. */
export function closesOn({ base, rule }: Question): number {
  return rule.kind === 'period' ? rule.to : base.to + rule.days
}

/** `over` = `T ≥ closesOn`. */
export function isOver(question: Question): boolean {
  return question.asOf >= closesOn(question)
}
