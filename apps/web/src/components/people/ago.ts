import { useText } from '../../i18n/index.ts'

/** How long ago a visit was, in days up to the as-of date. */
export function useAgo(): (days: number) => string {
  const { say } = useText()
  return (days) => (days === 0 ? say('people.today') : say('people.ago', { count: days }))
}
