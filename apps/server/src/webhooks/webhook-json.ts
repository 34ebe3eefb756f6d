import type { Delivery, Webhook } from './tables.ts'

/** A webhook as the API tells it: without its secret. */
export function webhookJson({ id, url, events, isOn, offReason, offAt, failingSince, createdAt }: Webhook) {
  return {
    ...{ id, url, events, isOn, offReason },
    offAt: offAt?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

export function deliveryJson(delivery: Delivery) {
  const { id, type, state, tries, nextTryAt, createdAt, triedAt, status, ms, answer, trouble } = delivery
  return {
    ...{ id, type, state, tries, status, ms, answer, trouble },
    nextTryAt: nextTryAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
  }
}
