import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileImport, IconLayoutGrid, IconSettings } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useText } from '../i18n/index.ts'
import { AccountMenu } from './account-menu.tsx'
import { ItemLock } from './item-lock.tsx'
import { MenuCount } from './menu-count.tsx'
import { MANAGEMENT, mayTryImport } from './navigation.ts'
import classes from './phone-bar.module.css'
import { useMay } from './session-context.tsx'
import { useMenu } from './use-menu.ts'

/** The phone's menu: Management opens its sections, Clients among them, with Retention first. */
export function PhoneBar() {
  const { say } = useText()
  const { pathname } = useLocation()
  const may = useMay()
  const management = useMenu(MANAGEMENT)
  const [opened, sheet] = useDisclosure(false)
  const isHere = management.some(({ items }) => items.some((item) => pathname.startsWith(item.to)))
  return (
    <>
      <nav className={classes.bar} aria-label={say('nav.menu')} data-print="no">
        <button type="button" onClick={sheet.open} className={classes.item} data-here={isHere || undefined}>
          <IconLayoutGrid size={22} stroke={1.7} aria-hidden />
          {say('nav.management')}
        </button>
        {may(mayTryImport) && (
          <Link to="/import" className={classes.item!} activeProps={{ 'data-here': true }}>
            <IconFileImport size={22} stroke={1.7} aria-hidden />
            {say('nav.import')}
          </Link>
        )}
        <Link to="/settings" className={classes.item!} activeProps={{ 'data-here': true }}>
          <IconSettings size={22} stroke={1.7} aria-hidden />
          {say('nav.settings')}
        </Link>
      </nav>
      <Drawer
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="auto"
        radius="lg"
        title={say('nav.management')}
        closeButtonProps={{ 'aria-label': say('common.close') }}
      >
        {management.map(({ label, items }) => (
          <Fragment key={items[0]!.to}>
            {label && <div className={classes.heading}>{say(label)}</div>}
            {items.map((item) => (
              <Link
                key={item.to}
                to={item.to}
                className={classes.choice!}
                activeProps={{ 'data-here': true }}
                onClick={sheet.close}
              >
                <item.icon size={22} stroke={1.7} aria-hidden />
                {say(item.label)}
                <ItemLock feature={item.feature} />
                {item.badge && <MenuCount of={item.badge} />}
              </Link>
            ))}
          </Fragment>
        ))}
        <div className={classes.heading} />
        <AccountMenu />
      </Drawer>
    </>
  )
}
