import { SURVEY_BANDS } from '@comeback/retention'
import { canSeeCampaigns, canSeeSurveys } from '@comeback/server/permissions'
import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { surveysExport } from '../../api/export-links.ts'
import { surveyQuery } from '../../api/surveys.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { MakeGroup } from '../../components/people/make-group.tsx'
import { WriteTo } from '../../components/people/write-to.tsx'
import { AnswerRow } from '../../components/surveys/answer-row.tsx'
import classes from '../../components/surveys/surveys.module.css'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { MoreButton } from '../api/more-button.tsx'
import { Summary } from './summary.tsx'

const route = getRouteApi('/surveys')

/** How likely clients are to recommend the salon, and why. */
export function SurveysPage() {
  const { say } = useWords()
  const may = useMay()
  const { has } = usePlan()
  const title = say('surveys.title')
  if (!may(canSeeSurveys)) return <NotForYou title={title} />
  return (
    <>
      <PageHeader title={title}>{say('surveys.lead')}</PageHeader>
      {has('winback') ? <Answers /> : <Locked feature="winback" />}
    </>
  )
}

function Answers() {
  const { say } = useWords()
  const { band } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery({ ...surveyQuery({ band }), placeholderData: (before) => before })
  if (list.isError) return <LoadFailed error={list.error} retry={list.refetch} />
  if (!list.data) return <Skeleton height={260} mt="md" radius="lg" aria-label={say('common.loading')} />
  const [first] = list.data.pages
  const answers = list.data.pages.flatMap((page) => page.answers)
  if (!first || SURVEY_BANDS.every((each) => first[each] === 0)) return <HowToAsk />
  const choose = (value: string) => {
    const chosen = SURVEY_BANDS.find((each) => each === value)
    void navigate({ search: chosen ? { band: chosen } : {}, replace: true })
  }
  return (
    <>
      <Summary found={first} />
      <div className={classes.tools} data-print="no">
        <SegmentedControl
          aria-label={say('surveys.shown')}
          value={band ?? 'all'}
          onChange={choose}
          data={[
            { value: 'all', label: say('surveys.all') },
            ...SURVEY_BANDS.map((value) => ({ value, label: say(`surveys.scores.${value}`) })),
          ]}
        />
        <Actions />
      </div>
      <Card label={say('surveys.title')}>
        {answers.length === 0 ? (
          <p className={classes.notYet}>{say('surveys.noneHere')}</p>
        ) : (
          <ul className={classes.list}>
            {answers.map((answer) => (
              <AnswerRow key={answer.id} answer={answer} withName />
            ))}
          </ul>
        )}
      </Card>
      <MoreButton query={list} />
    </>
  )
}

/** What can be done with those shown: a file of them, and for a band a group or a message too. */
function Actions() {
  const { say, language, formats } = useWords()
  const { band } = route.useSearch()
  const { asOf } = useWorkspace()
  const name = band && say('surveys.groupName', { band: say(`surveys.band.${band}`), date: formats.shortDate(asOf) })
  return (
    <div className={classes.actions}>
      <ExportMenu linkTo={(format) => surveysExport(band, format, language)} />
      {band && name && (
        <>
          <MakeGroup source={{ kind: 'surveys', band }} name={name} />
          <WriteTo source={{ kind: 'surveys', band }} name={name} />
        </>
      )}
    </div>
  )
}

function HowToAsk() {
  const { say } = useWords()
  const may = useMay()
  return (
    <Card>
      <Empty icon={IconMoodSmile} title={say('surveys.emptyTitle')} text={say('surveys.emptyText')}>
        {may(canSeeCampaigns) && (
          <Button component={Link} to="/automations" variant="default">
            {say('automations.title')}
          </Button>
        )}
      </Empty>
    </Card>
  )
}
