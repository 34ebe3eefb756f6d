import { Alert, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { isStale } from '../app/data-day.ts'
import { useWorkspace } from '../app/workspace-context.tsx'
import { useWords } from '../i18n/period-words.ts'

/** Before anything is sent by old data: how old it is, and the yes without which nothing goes out. */
export function useStaleQuestion() {
  const { say, formats } = useWords()
  const workspace = useWorkspace()
  const [agreed, setAgreed] = useState(false)
  const { asOf, daysBehind } = workspace
  if (!isStale(workspace)) return { question: null, isAnswered: true }
  const question = (
    <Alert color="yellow" variant="light" radius="md" mt="md">
      {say('common.stale.ask', { count: daysBehind, date: formats.date(asOf) })}
      <Checkbox
        mt="sm"
        label={say('common.stale.yes', { date: formats.date(asOf) })}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
    </Alert>
  )
  return { question, isAnswered: agreed }
}
