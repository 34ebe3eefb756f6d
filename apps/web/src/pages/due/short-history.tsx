import { IconAlertCircle } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import classes from './due.module.css'

/** Long rhythms cannot be known from little history: some are called late who are not. */
export function ShortHistory() {
  const { say } = useText()
  return (
    <p className={classes.warning}>
      <IconAlertCircle size={17} aria-hidden />
      {say('due.shortHistory')}
    </p>
  )
}
