/** For whom of the clients of the columns something holds: 1 or 0 for each. */
export type Mask = Uint8Array

export function maskOf(clients: number, holds: (client: number) => boolean): Mask {
  const mask = new Uint8Array(clients)
  for (let client = 0; client < clients; client++) if (holds(client)) mask[client] = 1
  return mask
}

/** Narrows `mask` to those who are in `other`, too. */
export function keepBoth(mask: Mask, other: Mask): Mask {
  for (let client = 0; client < mask.length; client++) mask[client]! &= other[client]!
  return mask
}

/** Widens `mask` by those who are in `other`. */
export function addEither(mask: Mask, other: Mask): Mask {
  for (let client = 0; client < mask.length; client++) mask[client]! |= other[client]!
  return mask
}
