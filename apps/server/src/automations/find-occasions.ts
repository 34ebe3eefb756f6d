import { type Day, formatDay, parseDay } from '@comeback/retention'
import { knownUntil } from '../campaigns/gather-audience.ts'
import type { CampaignPorts } from '../campaigns/ports.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Columns } from '../reports/columns.ts'
import type { Occasion } from './occasion.ts'
import { occasionsOfBirthdays } from './occasions-of-birthdays.ts'
import { occasionsOfVisits } from './occasions-of-visits.ts'
import type { Trigger } from './trigger.ts'

/** The days a forecast is of. */
export const FORECAST_DAYS = 30

export interface Look {
  scope: WorkspaceScope
  ports: Pick<CampaignPorts, 'expiringBetween'>
  columns: Columns
  today: Day
}

/** Occasions due from a day on until today that nothing has ended since, as far as the book tells. */
export async function occasionsNow(look: Look, trigger: Trigger, from: Day): Promise<Occasion[]> {
  const { columns, today } = look
  if (trigger.kind === 'bonusesExpire') return await bonusesDue(look, trigger.days, from, today)
  if (trigger.kind === 'birthday') return await occasionsOfBirthdays(look, trigger.days, from, today)
  const asOf = knownUntil(columns, today)
  return occasionsOfVisits(columns, trigger, { from, to: asOf, asOf, seen: 'now' })
}

/**
 * Occasions of a month: those of the last one the book tells of, or, of bonuses, of the coming one, as what expired is
 * not there any more. Birthdays are known ahead, too.
 */
export async function occasionsOfMonth(look: Look, trigger: Trigger): Promise<Occasion[]> {
  const { columns, today } = look
  const coming = [today + 1, today + FORECAST_DAYS] as const
  if (trigger.kind === 'bonusesExpire') return await bonusesDue(look, trigger.days, ...coming)
  if (trigger.kind === 'birthday') return await occasionsOfBirthdays(look, trigger.days, ...coming)
  const asOf = knownUntil(columns, today)
  return occasionsOfVisits(columns, trigger, { from: asOf - FORECAST_DAYS + 1, to: asOf, asOf, seen: 'then' })
}

async function bonusesDue({ scope, ports, today }: Look, days: number, from: Day, to: Day): Promise<Occasion[]> {
  const first = formatDay(Math.max(today, from + days))
  const expiring = await ports.expiringBetween(scope, first, formatDay(to + days))
  return expiring.map(({ clientId, on }) => ({ clientId, key: `expiry:${on}`, due: parseDay(on)! - days }))
}
