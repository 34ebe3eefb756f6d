import type { SendingChannel } from '../channels/index.ts'
import type { Plan } from './plan.ts'
import { instantOf } from './quiet-hours.ts'
import { readTemplate } from './template.ts'
import { variantsOf } from './variants.ts'

/** What keeps a campaign from being sent. */
export const PROBLEMS = [
  'noGroups',
  'groupGone',
  'emptyAudience',
  'nobodyLeft',
  'noChannels',
  'channelOff',
  'noText',
  'unknownField',
  'notClosed',
  'noSubject',
  'noTemplate',
  'pastTime',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

export interface Problem {
  code: ProblemCode
  /** the field, channel, language or time it is about */
  value: string
}

/** Everything in a plan that keeps it from being sent, whoever is in the audience. `now` by the clocks of the salon. */
export function problemsOf(plan: Plan, open: readonly SendingChannel[], timeZone: string, now: Date): Problem[] {
  const problems: Problem[] = []
  if (plan.groupIds.length === 0) problems.push({ code: 'noGroups', value: '' })
  problems.push(...messageProblems(plan, open))
  const { sendAt } = plan
  if (sendAt && instantOf(sendAt, timeZone).epochMilliseconds < now.getTime()) {
    problems.push({ code: 'pastTime', value: sendAt })
  }
  return problems
}

/** Everything in a message, whoever gets it and when, that keeps it from being sent. */
export function messageProblems(plan: Plan, open: readonly SendingChannel[]): Problem[] {
  const problems: Problem[] = []
  const add = (code: ProblemCode, value = '') => problems.push({ code, value })
  if (plan.channels.length === 0) add('noChannels')
  for (const channel of plan.channels) if (!open.includes(channel)) add('channelOff', channel)
  const variants = variantsOf(plan)
  const inWhich = (language: string) => (variants.length > 1 ? language : '')
  for (const { language, text } of variants) if (text.trim() === '') add('noText', inWhich(language))
  if (plan.channels.includes('email')) {
    for (const { language, subject } of variants) if (subject.trim() === '') add('noSubject', inWhich(language))
  }
  if (plan.channels.includes('whatsapp') && !plan.whatsapp) add('noTemplate')
  for (const text of textsOf(plan)) {
    for (const { kind, field } of readTemplate(text).problems) add(kind, field)
  }
  return problems
}

/** Every text of a plan that has fields. */
export const textsOf = (plan: Plan): string[] => [
  ...variantsOf(plan).flatMap(({ text, subject }) => [text, subject]),
  ...(plan.whatsapp?.parameters ?? []),
]
