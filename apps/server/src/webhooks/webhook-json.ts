import type { Delivery, Webhook } from './tables.ts'

/** A webhook as the API tells it: without its secret. */
export function webhookJson(webhook: Webhook, now = new Date()) {
  const { id, url, events, isOn, offReason, offAt, failingSince, previousUntil, createdAt } = webhook
  return {
    ...{ id, url, events, isOn, offReason },
    offAt: offAt?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretUntil: previousUntil !== null && previousUntil > now ? previousUntil.toISOString() : null,
    createdAt: createdAt.toISOString(),
  }
}

/** A delivery; `maySend` says whether the workspace's plan has webhooks: what waits is held without. */
export function deliveryJson(delivery: Delivery, maySend: boolean) {
  const { id, type, tries, nextTryAt, createdAt, triedAt, status, ms, answer, trouble } = delivery
  const state = delivery.state === 'waiting' && !maySend ? ('held' as const) : delivery.state
  return {
    ...{ id, type, state, tries, status, ms, answer, trouble },
    nextTryAt: state === 'held' ? null : (nextTryAt?.toISOString() ?? null),
    createdAt: createdAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
  }
}
