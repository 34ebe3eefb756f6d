import type { GroupRule } from '@comeback/server/groups/rule'
import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { previewQuery } from '../../api/groups.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { usePersonName } from '../../components/people/person-name.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './builder.module.css'

interface Props {
  /** null: not ready to be asked about */
  rule: GroupRule | null
  /** something in it is still to be filled in */
  waits: boolean
}

/** How many a rule holds for, and the first few of them, as one edits. */
export function Preview({ rule, waits }: Props) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const nameOf = usePersonName()
  const preview = useQuery(previewQuery(rule))
  if (preview.error) return <Failure error={preview.error} />
  const { data } = preview
  return (
    <div aria-live="polite" style={{ opacity: waits || preview.isPlaceholderData ? 0.55 : 1 }}>
      <p className={classes.count} data-testid="count">
        {data ? say('common.clients', { count: data.count }) : waits ? '—' : <Loader size="sm" />}
      </p>
      <p className={classes.hint}>{say(waits ? 'groups.fillIn' : 'groups.countsNow')}</p>
      {data && data.people.length > 0 && (
        <ul className={classes.people}>
          {data.people.map((person) => (
            <li key={person.id}>
              <b>{nameOf(person)}</b>
              <small>
                {formats.shortDate(person.lastVisit)}
                {person.revenue !== null && ` · ${formats.money(person.revenue, currency)}`}
              </small>
            </li>
          ))}
          {data.count > data.people.length && (
            <li>{say('groups.andMore', { count: data.count - data.people.length })}</li>
          )}
        </ul>
      )}
    </div>
  )
}
