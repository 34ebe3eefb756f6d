import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'
import type { ClientLanguage } from '../languages.ts'

/** Columns of everything that has a name and a number: numbers count from 1 in each workspace. */
const numbered = () => ({
  workspaceId: workspaceId(),
  id: integer().notNull(),
  /** import that created the row: undoing it removes the row */
  createdImportId: integer('created_import_id').notNull(),
})

const contacts = () => ({
  externalId: text('external_id').notNull(),
  name: text().notNull(),
  /** E.164 where it could be read as a number; '' unknown, as for the other texts */
  phone: text().notNull(),
  email: text().notNull(),
  /** `1990-03-14`, or `--03-14` where the year is not known */
  birthday: text().notNull().default(''),
  /** which of LANGUAGES they read */
  language: text().$type<ClientLanguage>().notNull().default(''),
  /** name, phone digits and e-mail in lower case, see search-text.ts */
  searchText: text('search_text').notNull(),
})

export const clients = pgTable(
  'clients',
  {
    ...numbered(),
    /** what identifies the client: client_id, else phone, else e-mail */
    key: text().notNull(),
    ...contacts(),
    /** when their name and contacts were taken away for good */
    erasedAt: moment('erased_at'),
    /** of an erased client: they had a phone, which some numbers of other tools count by */
    hadPhone: boolean('had_phone').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('clients_key').on(table.workspaceId, table.key),
  ],
)

/** Hashes of what identified erased clients, see erased-keys.ts. */
export const erasedKeys = pgTable(
  'erased_keys',
  {
    workspaceId: workspaceId(),
    hash: text().notNull(),
    /** `clients.key` of the erased client */
    clientKey: text('client_key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hash] })],
)

const named = () => ({ ...numbered(), name: text().notNull() })

export const staff = pgTable('staff', named(), (table) => [
  primaryKey({ columns: [table.workspaceId, table.id] }),
  unique('staff_name').on(table.workspaceId, table.name),
])

export const services = pgTable('services', { ...named(), category: text().notNull() }, (table) => [
  primaryKey({ columns: [table.workspaceId, table.id] }),
  unique('services_name').on(table.workspaceId, table.name, table.category),
])

export const locations = pgTable('locations', named(), (table) => [
  primaryKey({ columns: [table.workspaceId, table.id] }),
  unique('locations_name').on(table.workspaceId, table.name),
])

export const sources = pgTable('sources', named(), (table) => [
  primaryKey({ columns: [table.workspaceId, table.id] }),
  unique('sources_name').on(table.workspaceId, table.name),
])

/** People and systems that make bookings. */
export const bookers = pgTable('bookers', named(), (table) => [
  primaryKey({ columns: [table.workspaceId, table.id] }),
  unique('bookers_name').on(table.workspaceId, table.name),
])

const lineColumns = () => ({
  workspaceId: uuid('workspace_id').notNull(),
  /** made from the appointment's identity in its source, see appointment-ids.ts */
  appointmentId: uuid('appointment_id').notNull(),
  /** of the line within its appointment, from 0 */
  position: integer().notNull(),
  /** `null` for a walk-in */
  clientId: integer('client_id'),
  staffId: integer('staff_id'),
  serviceId: integer('service_id'),
  locationId: integer('location_id'),
  sourceId: integer('source_id'),
  bookerId: integer('booker_id'),
  /** local calendar day */
  day: date().notNull(),
  bookedDay: date('booked_day'),
  cancelledDay: date('cancelled_day'),
  startsAt: moment('starts_at'),
  bookedAt: moment('booked_at'),
  cancelledAt: moment('cancelled_at'),
  /** minor units; `null` unknown */
  price: bigint({ mode: 'number' }),
  discount: bigint({ mode: 'number' }),
  /** import and row of the file the line is from: the file's order breaks ties (METRICS rule 5) */
  importId: integer('import_id').notNull(),
  sourceRow: integer('source_row').notNull(),
  /** minutes after local midnight, 0 when the time is unknown */
  startMinute: smallint('start_minute').notNull(),
  /** index into STATUSES */
  status: smallint().notNull(),
  /** index into STATUS_SOURCES */
  statusSource: smallint('status_source').notNull(),
  /** the client asked for this staff member: 0 unknown, 1 yes, 2 no */
  requested: smallint().notNull(),
  isProduct: boolean('is_product').notNull(),
})

/**
 * One row a line of an appointment. Lines of one appointment repeat what they share: reports read this table from
 * end to end, and one wide table is read and written several times faster than two joined ones. What lines point to
 * is not checked by foreign keys, which would cost a third of the time of an import: storeBook is the only writer.
 */
export const appointmentLines = pgTable('appointment_lines', lineColumns(), (table) => [
  primaryKey({ columns: [table.workspaceId, table.appointmentId, table.position] }),
  index('appointment_lines_client').on(table.workspaceId, table.clientId),
])

/** Lines as they were before an import replaced them. */
export const replacedLines = pgTable(
  'replaced_lines',
  { replacedBy: integer('replaced_by').notNull(), ...lineColumns() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.replacedBy, table.appointmentId, table.position] })],
)

/** Imports whose lines are not to be seen: they are being stored, or taken back. See visibility.ts. */
export const hiddenImports = pgTable(
  'hidden_imports',
  { workspaceId: workspaceId(), importId: integer('import_id').notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.importId] })],
)

/** Which import's coming made each version of the book; versions that came otherwise are not here. See load-change.ts. */
export const shownImports = pgTable(
  'shown_imports',
  {
    workspaceId: workspaceId(),
    dataVersion: integer('data_version').notNull(),
    importId: integer('import_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.dataVersion] })],
)

/** What clients were before an import changed them. */
export const replacedClients = pgTable(
  'replaced_clients',
  {
    workspaceId: workspaceId(),
    replacedBy: integer('replaced_by').notNull(),
    id: integer().notNull(),
    ...contacts(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.replacedBy, table.id] })],
)
