import type { ClientState, Part } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import classes from './badge.module.css'

/** When to call: the client's place in their own rhythm. */
export function StateBadge({ state }: { state: ClientState }) {
  const { say } = useText()
  return (
    <span className={classes.badge} data-tone={state}>
      {say(`people.state.${state}`)}
    </span>
  )
}

export function OutcomeBadge({ outcome }: { outcome: Part }) {
  const { say } = useText()
  return (
    <span className={classes.badge} data-tone={outcome}>
      {say(`people.outcome.${outcome}`)}
    </span>
  )
}
