import { canImport } from '@comeback/server/permissions'
import { IconHistory } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useWords } from '../i18n/period-words.ts'
import classes from './banners.module.css'
import { isStale } from './data-day.ts'
import { useMay } from './session-context.tsx'
import { useWorkspace } from './workspace-context.tsx'

/** Pages that tell nothing of the salon's visits. */
const WITHOUT_DATA = /^\/(import|settings|account|members|audit|privacy)(\/|$)/

/** Says on every page of data how old it is, once it is too old to be about today, and leads to a newer file. */
export function StaleBanner() {
  const { say, formats } = useWords()
  const may = useMay()
  const workspace = useWorkspace()
  const { pathname } = useLocation()
  if (!isStale(workspace) || WITHOUT_DATA.test(pathname)) return null
  const { asOf, daysBehind } = workspace
  return (
    <div className={classes.banner} role="status" data-stale>
      <IconHistory size={17} aria-hidden />
      <span>{say('common.stale.banner', { count: daysBehind, date: formats.date(asOf) })}</span>
      {may(canImport) && (
        <Link to="/import" data-print="no">
          {say('common.stale.update')}
        </Link>
      )}
    </div>
  )
}
