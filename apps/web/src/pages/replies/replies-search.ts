import { REPLIES_SHOWN, type RepliesShown } from '../../api/replies.ts'

/** What the address of the page says; the unread ones by default. */
export function readRepliesSearch({ show }: Record<string, unknown>): { show?: RepliesShown } {
  const shown = REPLIES_SHOWN.find((each) => each === show)
  return shown ? { show: shown } : {}
}
