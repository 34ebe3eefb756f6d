import type { ColumnPlaces } from '../fields.ts'
import type { Inspection } from '../inspection.ts'

/** Some systems export what did not take place as files of their own, where only the name says so. */
export function assumedStatus(fileName: string, places: ColumnPlaces): Inspection['assumedStatus'] {
  const told = [places.status, places.cancelled_at, places.is_cancelled, places.is_no_show]
  if (told.some((place) => place >= 0)) return null
  if (/(?<!\p{L})no[-_ ]?shows?(?!\p{L})|неявк|не[-_ ]?прийш|не[-_ ]?приш/iu.test(fileName)) return 'no_show'
  return /(?<!\p{L})cancell?(?:ed|ations?)(?!\p{L})|скасован|отмен/iu.test(fileName) ? 'cancelled' : null
}
