import { VisuallyHidden } from '@mantine/core'
import { useText } from '../i18n/index.ts'

/** Stands where a number would, were it known: a dash to the eye, the reason in words on pointing and when read aloud. */
export function NoData() {
  const { say } = useText()
  return (
    <span title={say('common.noData')}>
      <span aria-hidden>—</span>
      <VisuallyHidden>{say('common.noData')}</VisuallyHidden>
    </span>
  )
}
