import assert from 'node:assert/strict'
import { buildVisits, type LineTable, replaceClients } from '@comeback/retention'
import { randomFrom } from '../packages/retention/src/random.ts'
import { ms, ratio, timedInTurn } from './measure.ts'
import { AS_OF, SIZE, tenMillion } from './ten-million.ts'

const VISITS_A_DAY = 7_000

/** A day's visits more: their clients' rows replaced, against building all columns again. */
export async function benchAppend() {
  const { lines, visits } = tenMillion()
  const random = randomFrom(3)
  const changed = new Set<number>()
  while (changed.size < VISITS_A_DAY) changed.add(Math.floor(random() * SIZE.clients * 1.001))
  const theirs = withVisitsOn(AS_OF + 1, linesOf(lines, changed), changed)
  const replace = () => replaceClients(visits, changed, theirs)
  const [ours, rebuild] = await timedInTurn(5, [replace, () => buildVisits(lines)])
  assert.equal(replace().rows, visits.rows + VISITS_A_DAY)
  console.log(
    `a day of ${VISITS_A_DAY} visits more (${theirs.length} lines of their clients given anew): ${ms(ours!)}; building everything ${ms(rebuild!)}, ${ratio(rebuild!, ours!)}`,
  )
}

function linesOf(lines: LineTable, clients: ReadonlySet<number>): LineTable {
  return only(
    lines,
    [...lines.client.keys()].filter((line) => clients.has(lines.client[line]!)),
  )
}

/** One visit more for each of the clients, known or new, like their last one. */
function withVisitsOn(day: number, lines: LineTable, clients: ReadonlySet<number>): LineTable {
  const last = new Map(lines.client.entries().map(([line, client]) => [client, line]))
  const more = [...clients].map((client) => last.get(client) ?? 0)
  const all = only(lines, [...lines.client.keys(), ...more])
  for (const [i, client] of [...clients].entries()) {
    all.client[lines.length + i] = client
    all.day[lines.length + i] = day
  }
  return { ...all, clients: Math.max(lines.clients, ...[...clients].map((client) => client + 1)) }
}

function only(lines: LineTable, wanted: readonly number[]): LineTable {
  const pick = (column: Int32Array) => Int32Array.from(wanted, (line) => column[line]!)
  return {
    ...lines,
    length: wanted.length,
    client: pick(lines.client),
    appointment: Int32Array.from(wanted, (_, i) => i),
    day: pick(lines.day),
    start: pick(lines.start),
    status: Uint8Array.from(wanted, (line) => lines.status[line]!),
    bookedDay: pick(lines.bookedDay),
    cancelledDay: pick(lines.cancelledDay),
    staff: pick(lines.staff),
    service: pick(lines.service),
    location: pick(lines.location),
    source: pick(lines.source),
    bookedBy: pick(lines.bookedBy),
    revenue: Float64Array.from(wanted, (line) => lines.revenue[line]!),
    product: Uint8Array.from(wanted, (line) => lines.product[line]!),
  }
}
