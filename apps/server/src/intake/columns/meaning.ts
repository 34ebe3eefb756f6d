import type { Aside, Field } from '../fields.ts'
import { type Concept, conceptsOf } from './concepts.ts'

type Meaning = Field | Aside
type Rule = readonly [needs: string, without: string, meaning: Meaning | null]

/**
 * What a header means by the concepts of its words: the first rule whose needs are all there and that is not excluded
 * decides. `a|b` needs one of them.
 */
const RULES: readonly Rule[] = [
  ['other', '', null],
  ['end', '', null],
  ['birth', 'staff', 'birthday'],
  ['marketing consent', 'phone', 'marketing_consent'],
  ['marketing', 'source phone id name', 'marketing_consent'],
  ['language', '', 'language'],
  ['noShow', 'date by id', 'is_no_show'],
  ['cancel date|time|datetime', 'by', 'cancelled_at'],
  ['cancel', 'by id price sale type client staff', 'is_cancelled'],
  ['cancel', '', null],
  ['created by', '', 'booked_by'],
  ['visit by', '', 'booked_by'],
  ['created', 'client staff source type status id', 'booked_at'],
  ['request', 'date time', 'requested'],
  ['done', 'date time by', 'is_done'],
  ['status', 'client sale staff price', 'status'],
  ['source', 'id price', 'source'],
  ['email', 'staff location marketing consent', 'email'],
  ['phone', 'staff location consent', 'phone'],
  ['last date|visit|sale', '', null],
  ['first date|visit|sale', 'name', null],
  ['staff id', '', null],
  ['staff first', 'last', 'staff'],
  ['staff last', 'first', 'staff_last_name'],
  ['client id', 'sale', 'client_id'],
  ['first last', '', 'client_name'],
  ['first', 'date', 'first_name'],
  ['last', 'date', 'last_name'],
  ['client', 'type status category price date time location service item discount sale visit staff', 'client_name'],
  ['discount', 'id name type', 'discount'],
  ['staff', 'price category type date time client service', 'staff'],
  ['visit id', 'date', 'appointment_id'],
  ['sale id', 'date', 'receipt'],
  ['category', 'client', 'category'],
  ['service|item|visit price', 'type date', 'price'],
  ['price', 'type category name client date time id', 'price'],
  ['net', 'date time sale status', 'price'],
  ['gross', 'date time', 'price'],
  ['datetime', 'client', 'starts_at'],
  ['date time', 'client', 'starts_at'],
  ['date', 'client staff location', 'starts_at'],
  ['start time', '', 'time'],
  ['time', 'client staff sale', 'time'],
  ['sale time', 'client staff', 'time'],
  ['start', 'client staff', 'starts_at'],
  ['item type', '', 'kind'],
  ['service', 'id location', 'service'],
  ['visit type', 'id', 'service'],
  ['visit name', 'id', 'service'],
  ['item', 'id', 'service'],
  ['location', 'id client staff email phone', 'location'],
]

/** Net and gross are told apart only where both stand side by side. */
export function isNet(header: string): boolean {
  return conceptsOf(header).concepts.has('net')
}

export function isGross(header: string): boolean {
  return conceptsOf(header).concepts.has('gross')
}

const known = new Map<string, { meaning: Meaning; unsure: number } | null>()

/**
 * The field a normalised header names by its words, and how unsure that is (0: every word is understood). A word that
 * says nothing to us is overlooked only beside two that do.
 */
export function meaningOf(header: string): { meaning: Meaning; unsure: number } | null {
  let found = known.get(header)
  if (found === undefined) {
    found = decide(header)
    if (known.size < 2000) known.set(header, found)
  }
  return found
}

function decide(header: string) {
  if (header.length > 60) return null
  const { concepts, unknown } = conceptsOf(header)
  if (concepts.size === 0 || unknown > 1 || (unknown === 1 && concepts.size < 2)) return null
  for (const [needs, without, meaning] of RULES) {
    if (needs.split(' ').every((need) => hasOne(concepts, need.split('|'))) && !hasOne(concepts, without.split(' '))) {
      return meaning === null ? null : { meaning, unsure: unknown }
    }
  }
  return null
}

function hasOne(concepts: ReadonlySet<Concept>, names: readonly string[]): boolean {
  return names.some((name) => concepts.has(name as Concept))
}
