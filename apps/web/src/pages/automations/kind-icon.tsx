import {
  IconCake,
  IconCalendarQuestion,
  IconClockExclamation,
  IconGift,
  IconSparkles,
  type TablerIcon,
} from '@tabler/icons-react'
import classes from './automations.module.css'
import type { Kind } from './presets.ts'

const ICONS: Record<Kind, TablerIcon> = {
  overdue: IconClockExclamation,
  noBooking: IconCalendarQuestion,
  firstVisit: IconSparkles,
  bonusesExpire: IconGift,
  birthday: IconCake,
}

export function KindIcon({ kind }: { kind: Kind }) {
  const Icon = ICONS[kind]
  return (
    <i className={classes.icon} aria-hidden>
      <Icon size={18} />
    </i>
  )
}
