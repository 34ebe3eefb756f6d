import { and, eq, sql } from 'drizzle-orm'
import type { Store, WorkspaceScope } from '../database/index.ts'
import type { DeliveryReport } from './sender.ts'
import { deliveryReports } from './tables.ts'

export type OnDelivery = (scope: WorkspaceScope, report: DeliveryReport) => Promise<void>

/** A delivery after a bounce is a phone that was turned on again; a bounce after a delivery a gateway contradicting itself. */
const ORDER: DeliveryReport['state'][] = ['bounced', 'delivered', 'read']

/** Later reports of a message are of no interest. */
const KEPT = '90 days'

/**
 * Hands a report on when it brings its message further, never back. It is noted after it was taken: a gateway that is
 * answered an error tells again, and of two that come together both are handed on.
 */
export async function takeReport(scope: WorkspaceScope, report: DeliveryReport, onDelivery: OnDelivery): Promise<void> {
  const { db, workspaceId } = scope
  const { channel, state } = report
  const reference = report.messageId ?? report.providerId
  if (reference === null) return
  const [known] = await db
    .select({ state: deliveryReports.state })
    .from(deliveryReports)
    .where(
      and(
        eq(deliveryReports.workspaceId, workspaceId),
        eq(deliveryReports.channel, channel),
        eq(deliveryReports.reference, reference),
      ),
    )
  if (known && ORDER.indexOf(known.state) >= ORDER.indexOf(state)) return
  await onDelivery(scope, report)
  const rank = (of: unknown) => sql`array_position(ARRAY['bounced', 'delivered', 'read'], ${of}::text)`
  await db.execute(sql`
    INSERT INTO delivery_reports AS known (workspace_id, channel, reference, state, at)
    VALUES (${workspaceId}, ${channel}, ${reference}, ${state}, now())
    ON CONFLICT (workspace_id, channel, reference) DO UPDATE SET state = excluded.state, at = excluded.at
    WHERE ${rank(sql`known.state`)} < ${rank(sql`excluded.state`)}`)
}

/** Deletes what is known of reports of old messages. */
export async function forgetOldReports({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.execute(sql`DELETE FROM delivery_reports WHERE at < now() - ${KEPT}::interval`)
}
