import { canSeeSalon } from '@comeback/server/permissions'
import { useMay } from '../../app/session-context.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './other-tools.module.css'
import { useRetention } from './use-retention.ts'

/** The way from the rate to what other tools print. */
export function OtherToolsButton() {
  const { say } = useText()
  const { change } = useRetention()
  const may = useMay()
  if (!may(canSeeSalon)) return null
  return (
    <button type="button" className={classes.button} onClick={() => change({ tools: true })} data-print="no">
      {say('tools.button')}
    </button>
  )
}
