import type { Feature } from '@comeback/server/plans'
import { IconLock } from '@tabler/icons-react'
import { useText } from '../i18n/index.ts'
import classes from './item-lock.module.css'
import { usePlan } from './use-plan.ts'

/** Marks a menu item whose page the salon's plan does not have. */
export function ItemLock({ feature }: { feature: Feature | undefined }) {
  const { say } = useText()
  const { has } = usePlan()
  if (feature === undefined || has(feature)) return null
  return <IconLock size={14} stroke={1.8} className={classes.lock!} role="img" aria-label={say('plans.notIncluded')} />
}
