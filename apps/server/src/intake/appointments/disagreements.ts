import type { Assembly } from '../assemble.ts'
import type { Field } from '../fields.ts'

/**
 * Rejects all rows of appointments whose rows contradict each other, each with a row it contradicts. Gives 1 for each
 * line that stays.
 */
export function rejectDisagreements(assembly: Assembly, columnOf: (field: Field) => string | null): Uint8Array {
  const { lines, appointments } = assembly
  const keep = new Uint8Array(lines.length).fill(1)
  const linesOf = new Map<number, number[]>()
  for (let line = 0; line < lines.length; line++) {
    const a = lines.appointment[line]!
    if (appointments.disagrees[a] === 0) continue
    keep[line] = 0
    const others = linesOf.get(a)
    if (others) others.push(line)
    else linesOf.set(a, [line])
  }
  for (const [a, ours] of linesOf) {
    for (const line of ours) {
      const other = ours.find((each) => contradiction(assembly, line, each)) ?? ours.find((each) => each !== line)!
      const field = contradiction(assembly, line, other) ?? 'starts_at'
      assembly.rejects.add({
        row: lines.row[line]!,
        column: columnOf(field),
        code: 'appointmentDisagrees',
        value: assembly.idOf(a) ?? '',
        otherRow: lines.row[other]!,
      })
    }
  }
  return keep
}

/** What two lines of an appointment disagree on; blank is no disagreement. */
function contradiction({ lines }: Assembly, a: number, b: number): 'starts_at' | 'status' | null {
  const { day, status } = lines
  if (day[a] !== day[b]) return 'starts_at'
  return status[a] !== status[b] && status[a] !== 0 && status[b] !== 0 ? 'status' : null
}
