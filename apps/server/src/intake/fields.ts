/** Fields of the canonical visit file (METRICS), in its order. */
export const CANONICAL_FIELDS = [
  'appointment_id',
  'client_id',
  'client_name',
  'phone',
  'email',
  'starts_at',
  'booked_at',
  'cancelled_at',
  'status',
  'staff',
  'service',
  'category',
  'location',
  'price',
  'discount',
  'source',
  'requested',
  'kind',
  'booked_by',
] as const

/**
 * Every field a column may hold. Beyond the canonical ones: `time` beside a date, names in two columns, and `receipt`,
 * the number of a till's bill, which several clients may share where an appointment has one.
 */
export const FIELDS = [...CANONICAL_FIELDS, 'time', 'first_name', 'last_name', 'receipt'] as const
export type Field = (typeof FIELDS)[number]

/** Which column holds a field, by its name in {@link Inspection.columns}; `null`: none, though one looks like it. */
export type ColumnMapping = Partial<Record<Field, string | null>>

/** Where each field is: index of its column, −1 when the file has none. */
export type ColumnPlaces = Record<Field, number>

export function isField(text: string): text is Field {
  return FIELDS.some((field) => field === text)
}
