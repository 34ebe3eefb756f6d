import { VisuallyHidden } from '@mantine/core'
import { useText } from '../i18n/index.ts'

/** Stands where a number would, were it known: a dash to the eye, the reason in words on pointing and when read aloud. */
export function NoData({ why }: { why?: string | undefined }) {
  const { say } = useText()
  const reason = why ?? say('common.noData')
  return (
    <span title={reason}>
      <span aria-hidden>—</span>
      <VisuallyHidden>{reason}</VisuallyHidden>
    </span>
  )
}
