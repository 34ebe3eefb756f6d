export * from './build-visits.ts'
export * from './cadence.ts'
export * from './calendar.ts'
export * from './client-summary.ts'
export * from './cohorts.ts'
export * from './comparison.ts'
export {
  CURVE_GROUPINGS,
  type CurveGroup,
  type CurvePoint,
  type CurveQuery,
  type ReturnCurve,
  returnCurve,
} from './curve.ts'
export * from './flows.ts'
export * from './health.ts'
export { hasFutureAppointment, isHeld } from './held.ts'
export * from './interval.ts'
export * from './lifetime/index.ts'
export * from './log-rank.ts'
export { formatMonth } from './months.ts'
export { compareCodePoints } from './names.ts'
export * from './net-promoter.ts'
export { OUTCOMES, type Outcome } from './outcome.ts'
export { type Cell, type CountName, lostClients, type PersonBehind, peopleBehind } from './people.ts'
export { otherTools, PRESETS, type Preset, type PresetOptions, type PresetRule, type ToolNumber } from './presets.ts'
export * from './query.ts'
export * from './query-text.ts'
export * from './rebooking.ts'
export { REBOOKING_GROUPINGS, type RebookingGrouping, WEEKDAYS } from './rebooking-groups.ts'
export * from './replace-clients.ts'
export {
  type OutcomeCounts,
  type ReportRow,
  type RetentionReport,
  retentionReport,
  retentionReports,
} from './report.ts'
export * from './retention-screen.ts'
export { kaplanMeier, medianTime, type SurvivalCurve, type SurvivalPoint } from './survival.ts'
export * from './visits.ts'
export * from './win-back.ts'
