import { isService, type Salon } from './line.ts'

/**
 * Rule 2: the latest date of a visit with status `completed`, walk-ins included, products and refunds not; where no
 * such status is anywhere, the latest date. `null` without any. "Never later than today" needs a clock: the caller's.
 */
export function defaultAsOf(salon: Salon): number | null {
  const services = salon.lines.filter((line) => isService(salon, line))
  const completed = services.filter((line) => line.status === 'completed')
  const dates = (completed.length > 0 ? completed : services).map((line) => line.day)
  return dates.length === 0 ? null : Math.max(...dates)
}
