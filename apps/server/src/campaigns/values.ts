import { parseDay } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import type { Language } from '../languages.ts'
import { readWorkspace } from '../workspace/index.ts'
import type { KnownCandidate } from './gather-audience.ts'
import type { Plan } from './plan.ts'
import type { CampaignPorts } from './ports.ts'
import type { FieldValues } from './template.ts'
import { bonusWords, dateWords, dayWords } from './words.ts'

/** As long as the address a client gets in its place, for previews and prices. */
export const SAMPLE_LINK = 'https://example.com/l/Zk3xV9q2LmT8aB7cD'

/** What is the same for everybody a campaign writes to. */
export interface Wording {
  language: Language
  salon: string
  bonus: Plan['bonus']
  today: Temporal.PlainDate
}

/** In the first language of a plan. @param today local, of the day the message goes out */
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
  survey?: string | undefined
  /** points they have, where the campaign gives none */
  balance?: number | undefined
  /** points they lose first, and the last day they can be used */
  expiring?: { points: number; on: string } | undefined
}

const FAR_DAYS = 3650

/** What each of these clients loses first if they do not use it. */
export async function nextToExpire(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'expiringBetween'>,
  clientIds: readonly number[],
  today: string,
): Promise<Map<number, { points: number; on: string }>> {
  const until = Temporal.PlainDate.from(today).add({ days: FAR_DAYS }).toString()
  const first = new Map<number, { points: number; on: string }>()
  for (const { clientId, points, on } of await ports.expiringBetween(scope, today, until, clientIds)) {
    if (!first.has(clientId)) first.set(clientId, { points, on })
  }
  return first
}

/** What the fields say for one client. */
export function valuesOf(
  { contact, summary }: Pick<KnownCandidate, 'contact' | 'summary'>,
  { language, salon, bonus, today }: Wording,
  { link = SAMPLE_LINK, survey = SAMPLE_LINK, balance = 0, expiring }: OfClient = {},
): FieldValues {
  const points = bonus?.points ?? balance
  const expires = bonus ? expiryOf(bonus, today) : expiring && Temporal.PlainDate.from(expiring.on)
  return {
    firstName: contact?.name.trim().split(/\s+/)[0] ?? '',
    salon,
    bonuses: points > 0 ? bonusWords(points, language) : '',
    bonusExpires: expires ? dateWords(expires, language, today) : '',
    expiring: expiring ? bonusWords(expiring.points, language) : '',
    lastMaster: summary?.staff ?? '',
    lastService: summary?.service ?? '',
    // the reader's own day, not the last one the data tells of
    daysSince: summary ? dayWords(parseDay(today.toString())! - summary.lastVisit, language) : '',
    link,
    survey,
  }
}
