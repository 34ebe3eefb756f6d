export { type Bookable, bookable } from './bookable.ts'
export { clientAppointments } from './client-appointments.ts'
export { eraseClients } from './erase-clients.ts'
export {
  type Contact,
  clientsWithPhone,
  contactsInOrder,
  erasedClients,
  findContacts,
  searchClients,
  storedBirthdays,
} from './find-clients.ts'
export { loadChange } from './load-change.ts'
export { type LoadedLines, loadLineTable } from './load-line-table.ts'
export { findLongAway } from './long-away.ts'
export { sealStoredContacts } from './seal-stored-contacts.ts'
export { setLanguage } from './set-language.ts'
export { type StoreStep, storeBook } from './store-book.ts'
export { takeBack } from './take-back.ts'
export { dataVersion, forgetHidden, hideImport, showImport } from './visibility.ts'
