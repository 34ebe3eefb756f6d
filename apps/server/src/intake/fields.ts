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
 * the number of a till's bill, which several clients may share where an appointment has one; and whether the client
 * agreed to marketing, their birthday, and the language they read.
 */
export const FIELDS = [
  ...CANONICAL_FIELDS,
  'time',
  'first_name',
  'last_name',
  'receipt',
  'marketing_consent',
  'birthday',
  'language',
] as const
export type Field = (typeof FIELDS)[number]

/**
 * What columns beside the fields tell: the second half of a master's name, and answers of yes or no that make a status.
 * They complete a field and are none.
 */
export type Aside = 'staff_last_name' | 'is_cancelled' | 'is_no_show' | 'is_done'

/** Which column holds a field, by its name in {@link Inspection.columns}; `null`: none, though one looks like it. */
export type ColumnMapping = Partial<Record<Field, string | null>>

/** Where each field is: index of its column, −1 when the file has none. */
export type ColumnPlaces = Record<Field | Aside, number>

/**
 * No column for any field. Written out as a literal: read several times a row, it must not become a dictionary, as an
 * object put together from entries does.
 */
export function noPlaces(): ColumnPlaces {
  return {
    appointment_id: -1,
    client_id: -1,
    client_name: -1,
    phone: -1,
    email: -1,
    starts_at: -1,
    booked_at: -1,
    cancelled_at: -1,
    status: -1,
    staff: -1,
    service: -1,
    category: -1,
    location: -1,
    price: -1,
    discount: -1,
    source: -1,
    requested: -1,
    kind: -1,
    booked_by: -1,
    time: -1,
    first_name: -1,
    last_name: -1,
    receipt: -1,
    marketing_consent: -1,
    birthday: -1,
    language: -1,
    staff_last_name: -1,
    is_cancelled: -1,
    is_no_show: -1,
    is_done: -1,
  }
}

export function isField(text: string): text is Field {
  return FIELDS.some((field) => field === text)
}
