import type { Sentences } from './sentences.ts'

export const en: Sentences = {
  errors: {
    fileNotFound: ({ file }) => `${file}: there is no such file. Check its name and folder.`,
    emptyFile: ({ file }) => `${file} is empty. Export the visits again and choose that file.`,
    notAVisitFile: ({ file }) => `${file} is not a table of visits. Choose a CSV or XLSX export of appointments.`,
    noHeader: ({ file, row, value }) =>
      `${file}, row ${row}: there is no header, the first row already holds data (${value}). Add a first row with the names of the columns, such as client_id, starts_at, staff, service, price.`,
    noRows: ({ file }) => `${file} has a header and no rows below it. Export a period with visits in it.`,
    missingColumns: ({ file, fields }) =>
      `${file}: no column was recognised for: ${fields}. Choose it by hand or name it so in the header; a client may be known by an id, a phone or an e-mail.`,
    ambiguousColumns: ({ file, field, columns }) =>
      `${file}: several columns could be the ${field}: ${columns}. Choose one of them by hand, or rename the others.`,
    badMapping: ({ file, field, value, columns }) =>
      `${file} has no column “${value}” for the ${field}. Its columns are: ${columns}.`,
    badSetting: ({ field, value }) =>
      `${field}: “${value}” is not known. Use a standard code, such as UAH, UA or Europe/Kyiv.`,
    nothingUsable: ({ file, row, because }) =>
      `No row of ${file} can be used. ${because} That is the commonest reason, first in row ${row}.`,
    tooManyColumns: ({ file, limit }) =>
      `${file} has more than ${limit} columns. Delete the empty ones behind the table, or save the table alone as CSV.`,
    unclosedQuote: ({ file, row }) =>
      `${file}, row ${row}: a quotation mark opens here and is never closed. Close it, or export the file again.`,
    tooManyRows: ({ file, limit }) => `${file} has more than ${limit} rows. Export it in parts, for example by year.`,
    fileTooLarge: ({ file, limit }) => `${file} is larger than ${limit} MB. Export it as CSV, or in parts.`,
    unreadableWorkbook: ({ file }) =>
      `${file} is damaged or was not transferred completely. Download it again, or save it anew as XLSX or CSV.`,
    encryptedWorkbook: ({ file }) => `${file} is protected with a password. Save it without one and choose it again.`,
    oldWorkbook: ({ file }) =>
      `${file} is a workbook of the old kind (.xls). Save it as XLSX or CSV and choose that file.`,
    workbookTooLarge: ({ file, limit }) =>
      `${file} unpacks to more than this program reads from a workbook (${limit} MB). Save the sheet as CSV and choose that file.`,
    sheetNotFound: ({ file, value, sheets }) => `${file} has no sheet “${value}”. Its sheets are: ${sheets}.`,
    otherFormat: ({ file, value }) =>
      `${file} is a file of the kind ${value}, which is not read here. Save or export the visits as .xlsx or CSV and choose that file.`,
    severalFiles: ({ file, value }) =>
      `${file} is an archive of several files: ${value}. Unpack it and choose the one with the visits.`,
    nestedArchive: ({ file }) =>
      `${file} is an archive with another archive in it. Unpack it and choose the file with the visits.`,
    tooMuchToRead: ({ file }) =>
      `${file} takes more memory or time to read than one file may. Save the table as CSV, or export it in parts, for example by year.`,
  },
  rejects: {
    missingDate: () => ({
      reason: 'There is no date of the visit.',
      remedy: 'Fill in the date, or delete the row if it is a total.',
    }),
    impossibleDate: ({ value }) => ({
      reason: `“${value}” is not a date that exists.`,
      remedy: 'Write it as 2025-12-31 14:30 or 31.12.2025 14:30.',
    }),
    badTime: ({ value }) => ({ reason: `“${value}” is not a time of day.`, remedy: 'Write it as 14:30 or 2:30 PM.' }),
    badAmount: ({ value }) => ({
      reason: `“${value}” is not an amount.`,
      remedy: 'Write it as 1250.50, or leave it blank.',
    }),
    absurdAmount: ({ value }) => ({
      reason: `The amount “${value}” is larger than any visit costs.`,
      remedy: 'Check that no phone or number of a card stands in this column.',
    }),
    badStatus: ({ value, statuses }) => ({
      reason: `“${value}” is not a known status.`,
      remedy: `Use one of: ${statuses}, or leave it blank.`,
    }),
    badKind: ({ value }) => ({
      reason: `“${value}” is neither a service nor a product.`,
      remedy: 'Use service or product.',
    }),
    badPhoneOnlyIdentity: ({ value }) => ({
      reason: `“${value}” cannot be read as a phone, and nothing else says who the client is.`,
      remedy: 'Write the phone with its country code, such as +380501234567.',
    }),
    appointmentDisagrees: ({ value, otherRow }) => ({
      reason: `Rows of appointment ${value} disagree on client, day or status; see row ${otherRow}.`,
      remedy: 'Give them different appointment ids, or make the rows agree.',
    }),
    rowTooLong: () => ({
      reason: 'A cell is longer than 32,767 characters.',
      remedy: 'Look for a quotation mark that is not closed, or shorten the text.',
    }),
    wrongColumnCount: () => ({
      reason: 'The row has more or fewer cells than the header.',
      remedy: 'Put texts with the delimiter or a line break in them into quotation marks.',
    }),
    badQuotes: () => ({
      reason: 'The quotation marks of the row do not match.',
      remedy: 'Write a quotation mark inside a quoted text twice.',
    }),
  },
  fields: {
    appointment_id: 'appointment id',
    client_id: 'client (id, phone or e-mail)',
    client_name: 'client name',
    phone: 'phone',
    email: 'e-mail',
    starts_at: 'date of the visit',
    booked_at: 'booked at',
    cancelled_at: 'cancelled at',
    status: 'status',
    staff: 'staff',
    service: 'service',
    category: 'category',
    location: 'location',
    price: 'price',
    discount: 'discount',
    source: 'source',
    requested: 'staff requested',
    kind: 'service or product',
    booked_by: 'booked by',
    time: 'time',
    first_name: 'first name',
    last_name: 'last name',
    receipt: 'receipt number',
    marketing_consent: 'consent to marketing',
    birthday: 'birthday',
    language: 'language of the client',
  },
  statuses: { completed: 'completed', scheduled: 'scheduled', cancelled: 'cancelled', no_show: 'no-show' },
  rejectColumns: { row: 'Row', reason: 'What is wrong', remedy: 'What to do' },
}
