import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { hostChangesQuery } from '../../api/host.ts'
import type { Hosted } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { ChangePlan } from './change-plan.tsx'
import classes from './host.module.css'
import { Suspension } from './suspension.tsx'

interface Props {
  hosted: Hosted
  title: string
  opened: boolean
  onClose: () => void
}

/** What a host can do about a salon, and what was done so far. */
export function ChangeDrawer({ hosted, title, opened, onClose }: Props) {
  const { say, formats } = useWords()
  const history = useQuery({ ...hostChangesQuery(hosted.id), enabled: opened })
  const changes = history.data?.changes ?? []
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={<b>{title}</b>}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {hosted.plan && <ChangePlan hosted={hosted} plan={hosted.plan} />}
      <Suspension hosted={hosted} />
      {changes.length > 0 && (
        <section className={classes.part}>
          <h3>{say('host.history')}</h3>
          <ul className={classes.changes}>
            {changes.map(({ id, at, who, action, reason, plan }) => (
              <li key={id}>
                <b>
                  {action === 'plan.changed'
                    ? say('host.did.plan', { plan: say(`plans.name.${plan ?? 'free'}` as 'plans.name.free') })
                    : say(action === 'workspace.suspended' ? 'host.did.suspended' : 'host.did.resumed')}
                </b>
                <span>{reason}</span>
                <small>
                  {formats.moment(at)} · {who}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  )
}
