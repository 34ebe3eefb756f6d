import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { workspaceQuery } from '../api/queries.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { useText } from '../i18n/index.ts'
import { Banners } from './banners.tsx'
import { Brand } from './brand.tsx'
import { MENU } from './navigation.ts'
import { PhoneBar } from './phone-bar.tsx'
import classes from './shell.module.css'
import { useFreshAfterImport } from './use-fresh-after-import.ts'
import { WorkspaceContext, withToday } from './workspace-context.tsx'

/** The frame of every page: the menu on the left, on a phone a bar at the bottom. */
export function Shell() {
  const { say } = useText()
  const workspace = useQuery(workspaceQuery)
  useFreshAfterImport(workspace.data?.activeImport)
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {say('common.skipToContent')}
      </a>
      <nav className={classes.menu} aria-label={say('nav.menu')} data-print="no">
        <Brand name={workspace.data?.name ?? null} />
        {MENU.map((section) => (
          <div key={section.items[0]!.to} className={section.last ? classes.last : classes.section}>
            {section.label && <div className={classes.heading}>{say(section.label)}</div>}
            {section.items.map((item) => (
              <Link key={item.to} to={item.to} className={classes.link!} activeProps={{ className: classes.here! }}>
                <item.icon size={18} stroke={1.7} aria-hidden />
                {say(item.label)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <main id="content" className={classes.main} tabIndex={-1}>
        {workspace.data ? (
          <WorkspaceContext value={withToday(workspace.data)}>
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
