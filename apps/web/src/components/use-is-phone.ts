import { useMediaQuery } from '@mantine/hooks'

/** Whether rows are cards and filters a drawer; the same width at which the menu becomes a bar. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
}
