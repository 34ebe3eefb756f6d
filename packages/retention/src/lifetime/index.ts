export * from './bgnbd.ts'
export * from './fit-lifetime.ts'
export type { VisitFit } from './fit-visits.ts'
export * from './forecast.ts'
export {
  expectedTicket,
  fitGammaGamma,
  type GammaGammaFit,
  type GammaGammaParameters,
  gammaGammaLogLikelihood,
  type TicketColumns,
} from './gamma-gamma.ts'
export * from './hold-out.ts'
export * from './lifetime-of.ts'
export * from './mbgcnbd.ts'
export type { ModelKind, VisitParameters } from './parameters.ts'
export { type RepeatColumns, type RepeatStatistics, repeatStatistics } from './repeat-statistics.ts'
