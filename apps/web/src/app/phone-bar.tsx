import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useText } from '../i18n/index.ts'
import { AccountMenu } from './account-menu.tsx'
import { ItemLock } from './item-lock.tsx'
import { MenuCount } from './menu-count.tsx'
import { barOf } from './navigation.ts'
import classes from './phone-bar.module.css'
import { useSession } from './session-context.tsx'
import { useMenu } from './use-menu.ts'
import { usePlan } from './use-plan.ts'

/** The phone's menu: what this person uses most, and everything else behind "More". */
export function PhoneBar() {
  const { say } = useText()
  const { pathname } = useLocation()
  const { actor } = useSession()
  const places = barOf(actor, usePlan().has)
  const menu = useMenu()
  const [opened, sheet] = useDisclosure(false)
  const isElsewhere = !places.some(({ to }) => pathname.startsWith(to))
  return (
    <>
      <nav className={classes.bar} aria-label={say('nav.menu')} data-print="no">
        {places.map(({ to, label, short, icon: Icon, badge }) => (
          <Link key={to} to={to} className={classes.item!} activeProps={{ 'data-here': true }}>
            <span className={classes.icon}>
              <Icon size={22} stroke={1.7} aria-hidden />
              {badge && <MenuCount of={badge} className={classes.count} />}
            </span>
            {say(short ?? label)}
          </Link>
        ))}
        <button
          type="button"
          onClick={sheet.open}
          className={classes.item}
          data-here={isElsewhere || undefined}
          aria-haspopup="dialog"
        >
          <span className={classes.icon}>
            <IconDots size={22} stroke={1.7} aria-hidden />
          </span>
          {say('nav.bar.more')}
        </button>
      </nav>
      <Drawer
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="auto"
        radius="lg"
        title={say('nav.menu')}
        closeButtonProps={{ 'aria-label': say('common.close') }}
      >
        {menu.map(({ label, items }) => (
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
