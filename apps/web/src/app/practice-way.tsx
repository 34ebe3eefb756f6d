import { UnstyledButton } from '@mantine/core'
import { enterPractice } from '../api/practice.ts'
import { useText } from '../i18n/index.ts'
import classes from './banners.module.css'
import { useSalonChoice } from './use-salon-choice.ts'

/** From the demo, which can only be looked at, to a copy in which everything can be tried. */
export function PracticeWay() {
  const { say } = useText()
  const enter = useSalonChoice(enterPractice)
  return (
    <UnstyledButton className={classes.action!} disabled={enter.isPending} onClick={() => enter.mutate()} fz="inherit">
      {say('practice.name')}
    </UnstyledButton>
  )
}
