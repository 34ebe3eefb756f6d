import { Badge, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Hosted } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import { ChangeDrawer } from './change-drawer.tsx'
import classes from './host.module.css'

/** A salon: whose, on which plan, how large and how lately used. */
export function HostedRow({ hosted }: { hosted: Hosted }) {
  const { say, formats } = useWords()
  const [opened, drawer] = useDisclosure(false)
  const { name, owner, plan, trialEndsAt, suspendedAt, createdAt, people, lines, lastSignedInAt, lastImportAt } = hosted
  const title = name || say('account.unnamed')
  const day = (moment: string | null) => (moment === null ? say('host.never') : formats.shortDate(moment.slice(0, 10)))
  const facts = [
    [say('host.created'), day(createdAt)],
    [say('host.people'), formats.number(people)],
    [say('host.lines'), formats.number(lines)],
    [say('host.lastSignedIn'), day(lastSignedInAt)],
    [say('host.lastImport'), day(lastImportAt)],
  ]
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <b>{title}</b>
        <small>{owner ?? say('host.noOwner')}</small>
      </div>
      <div className={classes.plan}>
        {plan && (
          <Badge variant="light" tt="none">
            {say(`plans.name.${plan}`)}
          </Badge>
        )}
        {suspendedAt && (
          <Badge color="red" variant="light" tt="none">
            {say('host.suspended')}
          </Badge>
        )}
        {plan && trialEndsAt && <small>{say('plans.trialUntil', { date: day(trialEndsAt) })}</small>}
      </div>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" size="xs" onClick={drawer.open} aria-label={`${say('host.change')}: ${title}`}>
        {say('host.change')}
      </Button>
      <ChangeDrawer hosted={hosted} title={title} opened={opened} onClose={drawer.close} />
    </li>
  )
}
