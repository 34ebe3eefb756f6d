import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace } from '../workspace/index.ts'
import type { KnownCandidate } from './gather-audience.ts'
import type { Plan } from './plan.ts'
import type { FieldValues } from './template.ts'
import { bonusWords, dateWords, dayWords, type MessageLanguage } from './words.ts'

/** As long as the address a client gets in its place, for previews and prices. */
export const SAMPLE_LINK = 'https://example.com/l/Zk3xV9q2LmT8aB7cD'

/** What is the same for everybody a campaign writes to. */
export interface Wording {
  language: MessageLanguage
  salon: string
  bonus: Plan['bonus']
  today: Temporal.PlainDate
}

/** @param today local, of the day the message goes out */
export async function wordingOf(
  scope: WorkspaceScope,
  { language, bonus }: Pick<Plan, 'language' | 'bonus'>,
  today: string,
): Promise<Wording> {
  const { name } = await readWorkspace(scope)
  return { language, salon: name, bonus, today: Temporal.PlainDate.from(today) }
}

/** The last day bonuses given on a day are good. */
export const expiryOf = (bonus: NonNullable<Plan['bonus']>, today: Temporal.PlainDate): Temporal.PlainDate =>
  today.add({ days: bonus.days })

interface OfClient {
  link?: string | undefined
  /** points they have, where the campaign gives none */
  balance?: number | undefined
}

/** What the fields say for one client. */
export function valuesOf(
  { contact, summary }: Pick<KnownCandidate, 'contact' | 'summary'>,
  { language, salon, bonus, today }: Wording,
  { link = SAMPLE_LINK, balance = 0 }: OfClient = {},
): FieldValues {
  const points = bonus?.points ?? balance
  return {
    firstName: contact?.name.trim().split(/\s+/)[0] ?? '',
    salon,
    bonuses: points > 0 ? bonusWords(points, language) : '',
    bonusExpires: bonus ? dateWords(expiryOf(bonus, today), language, today) : '',
    lastMaster: summary?.staff ?? '',
    lastService: summary?.service ?? '',
    daysSince: summary ? dayWords(summary.daysSince, language) : '',
    link,
  }
}
