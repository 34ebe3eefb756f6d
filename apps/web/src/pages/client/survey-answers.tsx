import { canSeeSurveys } from '@comeback/server/permissions'
import { useInfiniteQuery } from '@tanstack/react-query'
import { surveyQuery } from '../../api/surveys.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { AnswerRow } from '../../components/surveys/answer-row.tsx'
import classes from '../../components/surveys/surveys.module.css'
import { useText } from '../../i18n/index.ts'
import { MoreButton } from '../api/more-button.tsx'
import own from './client.module.css'

/** How likely the client is to recommend the salon, each time they were asked; nothing where they never answered. */
export function SurveyAnswers({ id }: { id: string }) {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  const list = useInfiniteQuery({ ...surveyQuery({ clientId: id }), enabled: may(canSeeSurveys) && has('winback') })
  const answers = list.data?.pages.flatMap((page) => page.answers) ?? []
  if (answers.length === 0) return null
  return (
    <Card label={say('surveys.title')}>
      <h2 className={own.heading}>{say('surveys.title')}</h2>
      <ul className={classes.list}>
        {answers.map((answer) => (
          <AnswerRow key={answer.id} answer={answer} withName={false} />
        ))}
      </ul>
      <MoreButton query={list} />
    </Card>
  )
}
