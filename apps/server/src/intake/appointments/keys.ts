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
  const { startsAt, location } = assembly.appointments
  const walkIns = new Map<string, number>()
  return Array.from(origin, (a, i) => {
    const id = assembly.idOf(a)
    if (id !== undefined) return `${assembly.idPrefix}${id}`
    const client = clientKey(i)
    const local = new Date(zone.toLocal(startsAt[a]!)).toISOString().slice(0, 19)
    const key = `${client}|${local}|${assembly.location.names[location[a]!]}`
    if (client !== '') return key
    const times = (walkIns.get(key) ?? 0) + 1
    walkIns.set(key, times)
    return times === 1 ? key : `${key}|${times}`
  })
}
