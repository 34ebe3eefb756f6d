import type { ColumnPlaces } from '../fields.ts'
import type { Inspection } from '../inspection.ts'

/** Some systems export what did not take place as files of their own, where only the name says so. */
export function assumedStatus(fileName: string, places: ColumnPlaces): Inspection['assumedStatus'] {
  if (places.status >= 0 || places.cancelled_at >= 0) return null
  if (/no[-_ ]?shows?\b|неявк|не[-_ ]?прийш|не[-_ ]?приш/iu.test(fileName)) return 'no_show'
  return /cancell?(?:ed|ations?)\b|скасован|отмен/iu.test(fileName) ? 'cancelled' : null
}
