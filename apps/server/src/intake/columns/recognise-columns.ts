import { IntakeError } from '../errors.ts'
import { type Aside, type ColumnMapping, type ColumnPlaces, FIELDS, type Field, noPlaces } from '../fields.ts'
import { shorten } from '../shorten.ts'
import { readKind } from '../words/answers.ts'
import { normaliseWords } from '../words/normalise.ts'
import { isPlaceholderId } from '../words/placeholders.ts'
import { shortHeader } from './find-header.ts'
import { CLIENT_HEADERS, HEADERS, NET_PRICE_HEADERS } from './headers.ts'
import { isGross, isNet, meaningOf } from './meaning.ts'

export interface RecognisedColumns {
  places: ColumnPlaces
  /** fields for which several columns are equally good, with the names of these */
  ambiguous: { field: Field; columns: string[] }[]
  /** columns left out because another one names their field more exactly */
  passedOver: { field: Field; column: string; chosen: string }[]
}

/** Names a person can tell the columns apart by: the headers as they stand, repeated ones numbered. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((cell, i) => {
    const name = shorten(cell.trim()) || `#${i + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/**
 * Finds the column of each field by its header, and where the header leaves it open by the cells below it (`samples`,
 * one array a column). A mapping made by a person decides over both; throws `badMapping` when it names no column.
 */
export function recogniseColumns(
  names: readonly string[],
  samples: readonly (readonly string[])[],
  mapping: ColumnMapping = {},
): RecognisedColumns {
  const places = noPlaces()
  const result: RecognisedColumns = { places, ambiguous: [], passedOver: [] }
  const taken = new Set<number>()
  for (const field of FIELDS) {
    const name = mapping[field]
    if (typeof name !== 'string') continue
    places[field] = placeOf(name, names, field)
    taken.add(places[field])
  }
  const candidates = FIELDS.filter((field) => mapping[field] === undefined).flatMap((field) =>
    names.map((name, column) => ({ field, column, rank: rankOf(field, name, samples[column] ?? []) })),
  )
  for (const field of BY_PRIORITY) {
    const mine = candidates.filter((each) => each.field === field && each.rank < NONE && !taken.has(each.column))
    const best = Math.min(...mine.map(({ rank }) => rank))
    const winners = mine.filter(({ rank }) => rank === best)
    if (winners.length > 1 && best < BY_WORDS)
      result.ambiguous.push({ field, columns: winners.map(({ column }) => names[column]!) })
    else if (winners[0]) {
      places[field] = winners[0].column
      taken.add(winners[0].column)
    }
  }
  settle(places, names, samples, mapping)
  for (const aside of ASIDES) {
    places[aside] = names.findIndex(
      (name, column) => !isTaken(places, column) && meaningOf(shortHeader(name))?.meaning === aside,
    )
  }
  for (const { field, column, rank } of candidates) {
    const chosen = places[field]
    if (rank === NONE || chosen < 0 || FIELDS.some((each) => places[each] === column)) continue
    result.passedOver.push({ field, column: names[column]!, chosen: names[chosen]! })
  }
  return result
}

const ASIDES: readonly Aside[] = ['staff_last_name', 'is_cancelled', 'is_no_show', 'is_done']

function isTaken(places: ColumnPlaces, column: number): boolean {
  return FIELDS.some((each) => places[each] === column)
}

/** From here on a column was understood by its words, not known by its whole header: the first of several is taken. */
const BY_WORDS = 1000

const NONE = Number.POSITIVE_INFINITY

/** A column that could be two things is first of all the date of the visit. */
const BY_PRIORITY: readonly Field[] = ['starts_at', ...FIELDS.filter((field) => field !== 'starts_at')]

/** How well a header names a field: 0 exactly, then in the order of the known words; NONE not at all. */
function rankOf(field: Field, name: string, samples: readonly string[]): number {
  const short = shortHeader(name)
  if (CLIENT_HEADERS.includes(short)) return field === clientFieldOf(samples) ? 50 : NONE
  if (field === 'discount' && name.includes('%')) return NONE
  const { exact, known } = HEADERS[field]
  const addition = short === normaliseWords(name.replace(/ \(\d+\)$/, '')) ? 0 : 0.5
  if (exact.includes(short)) return addition
  if (field === 'kind' && samples.some((sample) => readKind(sample) === null)) return NONE
  const at = known.indexOf(short)
  const rank = at < 0 ? rankByWords(field, short) : 1 + at + addition
  return fits(field, samples) ? rank : NONE
}

function rankByWords(field: Field, short: string): number {
  const found = meaningOf(short)
  return found?.meaning === field ? BY_WORDS + found.unsure : NONE
}

const CLOCK = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*[-–—]\s*\d{1,2}[:.]\d{2}.*)?$/i

/** Whether the cells speak against the field: times of day are no date of a visit, and dates no time of day. */
function fits(field: Field, samples: readonly string[]): boolean {
  if (samples.length === 0) return true
  if (field === 'starts_at') return !samples.every((sample) => CLOCK.test(sample))
  return true
}

/** What a column headed just `Client` holds, by its cells. */
function clientFieldOf(samples: readonly string[]): Field {
  const filled = samples.filter((sample) => !isPlaceholderId(sample))
  const most = (test: (sample: string) => boolean) => filled.filter(test).length > filled.length / 2
  if (most((sample) => sample.includes('@'))) return 'email'
  if (most((sample) => /^\+?[\d\s()-]{9,}$/.test(sample))) return 'phone'
  return most((sample) => /^\S*\d\S*$/.test(sample)) ? 'client_id' : 'client_name'
}

function placeOf(name: string, names: readonly string[], field: Field): number {
  const place = names.indexOf(name.trim())
  if (place < 0) throw new IntakeError('badMapping', { field, value: name, columns: [...names] })
  return place
}

/** What only the columns together tell. */
function settle(
  places: ColumnPlaces,
  names: readonly string[],
  samples: readonly (readonly string[])[],
  mapping: ColumnMapping,
): void {
  const { time } = places
  if (places.starts_at < 0 && time >= 0 && samples[time]?.every((sample) => /\d{2}[./-]\d/.test(sample))) {
    if ((samples[time]?.length ?? 0) > 0) {
      places.starts_at = time
      places.time = -1
    }
  }
  settleDates(places, mapping)
  settlePrice(places, names, mapping)
  settleNames(places, names)
  if (places.appointment_id >= 0) places.receipt = -1
  const orderName = names.findIndex((name) => shortHeader(name) === 'name')
  // what a shop calls the name of an order is its number
  if (places.receipt < 0 && orderName >= 0 && !isTaken(places, orderName) && mapping.receipt === undefined) {
    if (names.some((name) => shortHeader(name) === 'lineitem name')) places.receipt = orderName
  }
}

/** A sale is dated by when it was made; a list of clients has such a date too, and no sales. */
function settleDates(places: ColumnPlaces, mapping: ColumnMapping): void {
  if (places.starts_at >= 0 || places.booked_at < 0 || mapping.starts_at === null || mapping.booked_at) return
  if (places.service < 0 || places.price < 0) return
  places.starts_at = places.booked_at
  places.booked_at = -1
}

/** With a discount of its own column the price is the one before it; without, the one after it. */
function settlePrice(places: ColumnPlaces, names: readonly string[], mapping: ColumnMapping): void {
  if (places.price < 0) return
  const free = (test: (short: string) => boolean) =>
    names.findIndex(
      (name, column) => !isTaken(places, column) && test(shortHeader(name)) && rankOf('price', name, []) < NONE,
    )
  const price = () => shortHeader(names[places.price]!)
  if (mapping.price === undefined) {
    const other = places.discount >= 0 ? free(isGross) : free(isNet)
    const swap = places.discount >= 0 ? isNetPrice(price()) : isGross(price())
    if (swap && other >= 0) places.price = other
  }
  if (isNetPrice(price()) && !mapping.discount) places.discount = -1
}

function isNetPrice(short: string): boolean {
  return NET_PRICE_HEADERS.includes(short) || isNet(short)
}

/** A bare `Name` beside one half of a name is the other half. */
function settleNames(places: ColumnPlaces, names: readonly string[]): void {
  const { client_name } = places
  if (client_name < 0 || !BARE_NAMES.includes(shortHeader(names[client_name]!))) return
  if (places.last_name >= 0 === places.first_name >= 0) return
  places[places.last_name >= 0 ? 'first_name' : 'last_name'] = client_name
  places.client_name = -1
}

const BARE_NAMES = ['імя', 'имя', 'name', 'nom', 'nome', 'nombre', 'nazwa', 'nimi', 'naam']
