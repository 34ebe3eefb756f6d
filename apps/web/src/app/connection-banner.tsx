import { UnstyledButton } from '@mantine/core'
import { IconRefresh, IconWifiOff } from '@tabler/icons-react'
import { formatsOf } from '../i18n/format.ts'
import { useText } from '../i18n/index.ts'
import { useKeptAt } from '../offline/connection.ts'
import { useIsUpdated } from '../offline/service-worker.ts'
import classes from './banners.module.css'

/** That the numbers are of then, as there is no connection; or that a newer version of the page is there. */
export function ConnectionBanner() {
  const { say, language } = useText()
  const formats = formatsOf(language)
  const keptAt = useKeptAt()
  const isUpdated = useIsUpdated()
  if (keptAt !== null) {
    return (
      <div className={classes.banner} role="status">
        <IconWifiOff size={17} aria-hidden />
        <span>{say('phone.offline', { date: formats.moment(keptAt) })}</span>
      </div>
    )
  }
  if (!isUpdated) return null
  return (
    <div className={classes.banner} role="status" data-print="no">
      <IconRefresh size={17} aria-hidden />
      <span>{say('phone.updated')}</span>
      <UnstyledButton className={classes.action!} onClick={() => window.location.reload()}>
        {say('phone.reload')}
      </UnstyledButton>
    </div>
  )
}
