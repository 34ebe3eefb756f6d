import type { Env } from '../http/env.ts'
import { includes } from '../plans.ts'
import type { Columns, ColumnsCache } from './columns.ts'

/** The columns a request is answered from: of the locations the asker sees, and with what the workspace's plan has. */
export async function columnsFor(
  cache: ColumnsCache,
  { scope, actor, plan }: Pick<Env['Variables'], 'scope' | 'actor' | 'plan'>,
): Promise<Columns> {
  const columns = await cache.get(scope, actor.locations)
  return includes(plan, 'forecasts') ? columns : { ...columns, lifetime: async () => 'notInPlan' }
}
