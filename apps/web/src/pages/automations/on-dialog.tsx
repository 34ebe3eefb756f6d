import { Alert, Button, Checkbox, Group, Modal, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { automationCheckQuery, turnOn } from '../../api/automations.ts'
import type { Automation, AutomationCheck } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useStaleQuestion } from '../../components/stale-question.tsx'
import { useWords } from '../../i18n/period-words.ts'
import campaigns from '../campaigns/campaigns.module.css'
import { useProblemText } from '../campaigns/use-problem-text.ts'
import { useSentence } from './use-sentence.ts'
import { useTurned } from './use-turned.ts'
import { useWeekly } from './use-weekly.ts'

/** Says what switching on does, to how many, and asks whether those from before are meant too. */
export function OnDialog({ automation, onClose }: { automation: Automation; onClose: () => void }) {
  const { say } = useWords()
  const check = useQuery(automationCheckQuery(automation))
  return (
    <Modal
      opened
      onClose={onClose}
      title={<b>{say('automations.sure.title', { name: automation.name })}</b>}
      radius="lg"
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {check.isError ? (
        <LoadFailed error={check.error} retry={check.refetch} />
      ) : check.data ? (
        <Asking automation={automation} check={check.data} onClose={onClose} />
      ) : (
        <Skeleton height={120} radius="md" aria-label={say('common.loading')} />
      )}
    </Modal>
  )
}

interface Props {
  automation: Automation
  check: AutomationCheck
  onClose: () => void
}

function Asking({ automation, check, onClose }: Props) {
  const { say, formats } = useWords()
  const sentence = useSentence()
  const weekly = useWeekly()
  const turned = useTurned()
  const { question, isAnswered } = useStaleQuestion()
  const [backlog, setBacklog] = useState(false)
  const on = useMutation({
    mutationFn: () => turnOn(automation, backlog),
    async onSuccess(after) {
      await turned(after)
      onClose()
    },
  })
  const { plan, trigger } = automation
  const { problems, perWeek, backlog: before } = check
  const share = formats.percent(plan.holdoutShare)
  const { bonus } = plan
  if (problems.length > 0) return <Problems problems={problems} />
  const sentences = [
    sentence(trigger),
    say('automations.sure.fromNow'),
    weekly(perWeek),
    bonus && say('automations.sure.bonus', { points: formats.number(bonus.points), days: bonus.days }),
    plan.holdoutShare > 0 ? say('automations.sure.holdout', { share }) : say('campaigns.sure.holdoutNone'),
  ]
  return (
    <>
      <ul className={campaigns.sure}>
        {sentences.filter(Boolean).map((each) => (
          <li key={String(each)}>{each}</li>
        ))}
      </ul>
      {before.contacted > 0 && (
        <Checkbox
          mt="md"
          label={say('automations.sure.backlog', { count: before.contacted })}
          description={say('automations.sure.backlogHint')}
          checked={backlog}
          onChange={(event) => setBacklog(event.currentTarget.checked)}
        />
      )}
      {question}
      {on.error && <Failure error={on.error} />}
      <Group mt="lg">
        <Button data-autofocus loading={on.isPending} disabled={!isAnswered} onClick={() => on.mutate()}>
          {say('automations.sure.yes')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('campaigns.sure.no')}
        </Button>
      </Group>
    </>
  )
}

/** What keeps an automation from being switched on. */
export function Problems({ problems }: Pick<AutomationCheck, 'problems'>) {
  const problemText = useProblemText()
  return (
    <Alert color="yellow" variant="light" radius="md">
      <ul className={campaigns.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code}${problem.value}`}>{problemText(problem)}</li>
        ))}
      </ul>
    </Alert>
  )
}
