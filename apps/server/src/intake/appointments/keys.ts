import type { Assembly } from '../assemble.ts'
import type { Zone } from '../zone.ts'

/**
 * What identifies each appointment when the same system is read again (see {@link ParsedBook.appointmentKey}).
 *
 * @param origin number each appointment had in the assembly
 * @param clientKey key of the client of appointment i, '' for a walk-in
 */
export function appointmentKeys(
  assembly: Assembly,
  origin: Int32Array,
  clientKey: (i: number) => string,
  zone: Zone,
): string[] {
  const { startsAt, location, id: ids } = assembly.appointments
  const owners = ownersOf(ids, origin, clientKey)
  const walkIns = new Map<string, number>()
  return Array.from(origin, (a, i) => {
    const id = assembly.idOf(a)
    const client = clientKey(i)
    if (id !== undefined) {
      const key = `${assembly.idPrefix}${id}`
      return owners[ids[a]!] === i ? key : `${key}|${client}`
    }
    const local = new Date(zone.toLocal(startsAt[a]!)).toISOString().slice(0, 19)
    const key = `${client}|${local}|${assembly.location.names[location[a]!]}`
    if (client !== '') return key
    const times = (walkIns.get(key) ?? 0) + 1
    walkIns.set(key, times)
    return times === 1 ? key : `${key}|${times}`
  })
}

/**
 * Which appointment bears the id alone, as it did before others shared it: of several clients that of the one whose key
 * comes first, whatever the order of the rows. By number of the id.
 */
function ownersOf(ids: Int32Array, origin: Int32Array, clientKey: (i: number) => string): Int32Array {
  const owners = new Int32Array(origin.reduce((most, a) => Math.max(most, ids[a]!), -1) + 1).fill(-1)
  for (const [i, a] of origin.entries()) {
    const id = ids[a]!
    if (id < 0) continue
    const owner = owners[id]!
    if (owner < 0 || comesBefore(clientKey(i), clientKey(owner))) owners[id] = i
  }
  return owners
}

/** Nobody's comes last. */
function comesBefore(one: string, other: string): boolean {
  return one !== '' && (other === '' || one < other)
}
