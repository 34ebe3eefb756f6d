import { type Cohort, formatMonth, type MonthHealth, type ToolNumber } from '@comeback/retention'
import { periodJson } from './wire.ts'

export function cohortJson({ month, ...cohort }: Cohort) {
  return { month: formatMonth(month), ...cohort }
}

export function healthJson({ month, ...health }: MonthHealth) {
  return { month: formatMonth(month), ...health }
}

export function toolJson({ rule, ...tool }: ToolNumber) {
  const { base, back, days } = rule
  return { ...tool, rule: { base: periodJson(base), back: back && periodJson(back), days } }
}
