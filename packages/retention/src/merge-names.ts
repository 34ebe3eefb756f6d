import type { Dictionaries, Names } from './visits.ts'

/** Names of two books in one, those of the first at their places, and where each name of the second has come to stand. */
export interface MergedNames {
  names: Dictionaries
  staff: Int32Array
  service: Int32Array
  location: Int32Array
  source: Int32Array
  bookedBy: Int32Array
}

export function mergeNames(first: Dictionaries, second: Dictionaries): MergedNames {
  const staff = merge([first.staff], [second.staff])
  const service = merge([first.service, first.serviceCategory], [second.service, second.serviceCategory])
  const location = merge([first.location], [second.location])
  const source = merge([first.source], [second.source])
  const bookedBy = merge([first.bookedBy], [second.bookedBy])
  return {
    names: {
      staff: staff.names[0]!,
      service: service.names[0]!,
      serviceCategory: service.names[1]!,
      location: location.names[0]!,
      source: source.names[0]!,
      bookedBy: bookedBy.names[0]!,
    },
    staff: staff.placeOf,
    service: service.placeOf,
    location: location.placeOf,
    source: source.placeOf,
    bookedBy: bookedBy.placeOf,
  }
}

/** An entry is what several texts say of it together: a service is a pair of name and category. */
function merge(first: readonly Names[], second: readonly Names[]): { names: Names[]; placeOf: Int32Array } {
  const entryOf = (texts: readonly Names[], i: number) => texts.map((text) => text[i]!)
  const places = new Map(first[0]!.map((_, i) => [JSON.stringify(entryOf(first, i)), i]))
  const names = first.map((text) => [...text])
  const placeOf = Int32Array.from(second[0]!, (_, i) => {
    const entry = entryOf(second, i)
    const key = JSON.stringify(entry)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, names[0]!.length)
    for (const [text, each] of entry.entries()) names[text]!.push(each)
    return names[0]!.length - 1
  })
  return { names, placeOf }
}
