import { factsOf } from '@comeback/server/channels/providers'
import type { Channel } from '../../api/types.ts'
import { CopyLine } from '../../components/copy-line.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './channels.module.css'

/** Where the gateway is to report; bots are told by us. */
export function HookAddress({ account: { provider, hookUrl, verifyToken } }: { account: Channel }) {
  const { say } = useText()
  if (hookUrl === null || factsOf(provider).byChat) return null
  return (
    <div className={classes.hook}>
      <CopyLine label={say('channels.hook')} text={hookUrl} note={say('channels.hookText')} />
      {verifyToken !== null && <CopyLine label={say('channels.verifyToken')} text={verifyToken} />}
    </div>
  )
}
