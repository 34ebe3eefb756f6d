import { modals } from '@mantine/modals'
import { useText } from '../i18n/index.ts'

interface Deed {
  question: string
  /** what the button says that does it */
  yes: string
  /** it cannot be undone, or hurts */
  isDanger?: boolean
  onYes: () => void
}

/** Asks before a deed that is not to be done by a slip of the finger. */
export function useSure() {
  const { say } = useText()
  return ({ question, yes, isDanger = true, onYes }: Deed) => {
    modals.openConfirmModal({
      centered: true,
      title: <b>{yes}</b>,
      children: question,
      labels: { confirm: yes, cancel: say('common.no') },
      ...(isDanger && { confirmProps: { color: 'red' } }),
      closeButtonProps: { 'aria-label': say('common.close') },
      onConfirm: onYes,
    })
  }
}
