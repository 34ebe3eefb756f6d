export * from './calendar.ts'
export * from './visits.ts'
