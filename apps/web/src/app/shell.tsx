import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useMatches } from '@tanstack/react-router'
import { workspaceQuery } from '../api/queries.ts'
import { sessionQuery } from '../api/session.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { useText } from '../i18n/index.ts'
import { AccountMenu } from './account-menu.tsx'
import { Banners } from './banners.tsx'
import { Brand } from './brand.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { ItemLock } from './item-lock.tsx'
import { MenuCount } from './menu-count.tsx'
import { startOf } from './navigation.ts'
import { OtherSalon } from './other-salon.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { type KnownSession, SessionContext, useSession } from './session-context.tsx'
import classes from './shell.module.css'
import { Suspended } from './suspended.tsx'
import { useFreshAfterImport } from './use-fresh-after-import.ts'
import { useMenu } from './use-menu.ts'
import { usePlan } from './use-plan.ts'
import { useSalonMark } from './use-salon-mark.ts'
import { WaitsBanner } from './waits-banner.tsx'
import { WorkspaceContext, withToday } from './workspace-context.tsx'

/** Pages one sees before being let in; they have no menu. */
const ENTRANCE = /^\/(sign-in|register|forgot-password|reset-password|invitation)(\/|$)/

/** Above the salons: a host need not belong to any. */
const HOST = '/host'

/** Tells who is looking, and shows the way in when there is nothing for them to look at. */
export function Shell() {
  const { say } = useText()
  // of the page that is drawn, which on the way to another one is not that of the address
  const routes = useMatches({ select: (matches) => matches.map(({ fullPath }) => fullPath) })
  const session = useQuery(sessionQuery)
  if (routes.some((path) => ENTRANCE.test(path) || path === HOST)) return <Outlet />
  if (session.isError) return <LoadFailed error={session.error} retry={session.refetch} />
  if (!session.data) return <Loader className={classes.loader} aria-label={say('common.loading')} />
  const { actor, workspaceId, registration } = session.data
  if (!actor || workspaceId === null) return <Navigate to={registration === 'first' ? '/register' : '/sign-in'} />
  return (
    <SessionContext value={{ ...session.data, actor, workspaceId } satisfies KnownSession}>
      {routes.at(-1) === '/' ? <Start /> : <Frame />}
    </SessionContext>
  )
}

/** The way to where this person begins. */
function Start() {
  const { actor } = useSession()
  return <Navigate to={startOf(actor, usePlan().has)} replace />
}

/** The frame of every page: the menu on the left, on a phone the salon's name above and a bar at the bottom. */
function Frame() {
  const { say } = useText()
  const { suspended } = useSession()
  const workspace = useQuery({ ...workspaceQuery, enabled: !suspended })
  const menu = useMenu()
  const asked = useSalonMark()
  useFreshAfterImport(workspace.data?.activeImport)
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {say('common.skipToContent')}
      </a>
      <nav className={classes.menu} aria-label={say('nav.menu')} data-print="no">
        <Brand name={workspace.data?.name ?? null} />
        {menu.map((section) => (
          <div key={section.items[0]!.to} className={section.last ? classes.last : classes.section}>
            {section.label && <div className={classes.heading}>{say(section.label)}</div>}
            {section.items.map((item) => (
              <Link key={item.to} to={item.to} className={classes.link!} activeProps={{ className: classes.here! }}>
                <item.icon size={18} stroke={1.7} aria-hidden />
                {say(item.label)}
                <ItemLock feature={item.feature} />
                {item.badge && <MenuCount of={item.badge} />}
              </Link>
            ))}
            {section.last && <AccountMenu />}
          </div>
        ))}
      </nav>
      <header className={classes.top} data-print="no">
        <Brand name={workspace.data?.name ?? null} />
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        {asked !== 'here' ? (
          <OtherSalon asked={asked} />
        ) : suspended ? (
          <Suspended />
        ) : workspace.data ? (
          <WorkspaceContext value={withToday(workspace.data)}>
            <ConnectionBanner />
            <WaitsBanner />
            <Banners />
            <Outlet />
          </WorkspaceContext>
        ) : workspace.isError ? (
          <LoadFailed error={workspace.error} retry={workspace.refetch} />
        ) : (
          <Loader className={classes.loader} aria-label={say('common.loading')} />
        )}
      </main>
      <PhoneBar />
    </div>
  )
}
