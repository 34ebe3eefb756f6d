import { IconInfoCircle, IconLoader2 } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useText } from '../i18n/index.ts'
import { useWords } from '../i18n/period-words.ts'
import classes from './banners.module.css'
import { PracticeBanner } from './practice-banner.tsx'
import { PracticeWay } from './practice-way.tsx'
import { useSession } from './session-context.tsx'
import { StaleBanner } from './stale-banner.tsx'
import { useWorkspace } from './workspace-context.tsx'

/** What concerns every page: how old the data is, and what `News` tells. */
export function Banners() {
  return (
    <>
      <News />
      <StaleBanner />
    </>
  )
}

/** An import that is running, a master nobody has named, or that the salon is not a real one. */
function News() {
  const { say, formats } = useWords()
  const { activeImport, isDemo, practiceDay, asOf } = useWorkspace()
  const { user, actor } = useSession()
  const { pathname } = useLocation()
  if (pathname.startsWith('/import')) return null
  if (activeImport !== null) {
    return (
      <div className={classes.banner} role="status" data-print="no">
        <IconLoader2 size={17} className={classes.turning!} aria-hidden />
        <span>{say('nav.importRunning')}</span>
        <Link to="/import/$id" params={{ id: String(activeImport) }}>
          {say('nav.importOpen')}
        </Link>
      </div>
    )
  }
  if (actor.role === 'master' && actor.staff === null) {
    return (
      <div className={classes.banner} role="status" data-print="no">
        <IconInfoCircle size={17} aria-hidden />
        <span>{say('account.whoAmI')}</span>
      </div>
    )
  }
  if (practiceDay !== null) return <PracticeBanner day={practiceDay} />
  if (!isDemo) return null
  return (
    <div className={classes.banner} data-print="no">
      <IconInfoCircle size={17} aria-hidden />
      <span>{say('common.demo', { date: formats.date(asOf) })}</span>
      {user ? <PracticeWay /> : <StrangersWay />}
    </div>
  )
}

/** From the demo to one's own data: an account where one can be made, else the way in. */
function StrangersWay() {
  const { say } = useText()
  const { registration } = useSession()
  return registration === 'invited' ? (
    <Link to="/sign-in">{say('account.signInNow')}</Link>
  ) : (
    <Link to="/register">{say('account.register')}</Link>
  )
}
