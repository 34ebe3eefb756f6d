import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { fetchPeople, type PeopleSource } from '../../api/queries.ts'
import type { Person } from '../../api/types.ts'
import { copyText } from '../../components/copy-text.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useOverdueBy } from '../../components/people/overdue-by.ts'
import { usePersonName } from '../../components/people/person-name.ts'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import { workListText } from './work-list.ts'

/** The most the server gives at once; nobody calls more in a day. */
const MOST = 1000

/** Copies the list as lines of text, to be pasted into a chat or a table. */
export function CopyList({ source }: { source: PeopleSource }) {
  const { say, formats } = useWords()
  const nameOf = usePersonName()
  const overdueBy = useOverdueBy()
  const errorText = useErrorText()
  const phone = useIsPhone()
  const [copying, setCopying] = useState(false)
  const expected = ({ expectedOn, daysOverdue }: Person) => {
    if (expectedOn === null) return ''
    const late = daysOverdue !== null && daysOverdue > 0
    const day = say(late ? 'due.copyExpected' : 'due.copyExpects', { date: formats.shortDate(expectedOn) })
    return late ? `${day}, ${overdueBy(daysOverdue)}` : day
  }
  const copy = async () => {
    setCopying(true)
    try {
      const { rows } = await fetchPeople(source, null, MOST)
      await copyText(workListText(rows, { name: nameOf, expected, noPhone: say('due.noPhone') }))
      notifications.show({ message: say('due.copied', { count: rows.length }) })
    } catch (error) {
      notifications.show({ color: 'red', message: errorText(error) })
    } finally {
      setCopying(false)
    }
  }
  if (phone) {
    return (
      <ActionIcon
        variant="default"
        size={36}
        loading={copying}
        aria-label={say('due.copy')}
        onClick={() => void copy()}
      >
        <IconCopy size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    )
  }
  return (
    <Button
      variant="default"
      size="sm"
      loading={copying}
      leftSection={<IconCopy size={16} aria-hidden />}
      onClick={() => void copy()}
    >
      {say('due.copy')}
    </Button>
  )
}
