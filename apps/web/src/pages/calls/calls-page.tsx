import { canSeeCalls } from '@comeback/server/permissions'
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { callCountQuery, SHOWN } from '../../api/calls.ts'
import { callsExport } from '../../api/export-links.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { PrintButton } from '../../components/print-button.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { CallList } from './call-list.tsx'
import classes from './calls.module.css'

const route = getRouteApi('/calls')

/** The administrator's worklist: whom to call, why, what to say, and what came of it. */
export function CallsPage() {
  const { say } = useWords()
  const { has } = usePlan()
  const may = useMay()
  if (!may(canSeeCalls)) return <NotForYou title={say('calls.title')} />
  if (has('winback')) return <Worklist />
  return (
    <>
      <PageHeader title={say('calls.title')} />
      <Locked feature="winback" />
    </>
  )
}

function Worklist() {
  const { say, language, formats } = useWords()
  const { show = 'due' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(callCountQuery)
  const choose = (value: string) => {
    const chosen = SHOWN.find((each) => each === value)
    void navigate({ search: chosen === 'due' || !chosen ? {} : { show: chosen }, replace: true })
  }
  const label = (each: (typeof SHOWN)[number]) => {
    const count = each === 'done' ? undefined : data?.[each]
    return count ? `${say(`calls.show.${each}`)} · ${formats.number(count)}` : say(`calls.show.${each}`)
  }
  return (
    <>
      <PageHeader title={say('calls.title')}>{say('calls.lead')}</PageHeader>
      <div className={classes.tools} data-print="no">
        <SegmentedControl
          className={classes.show!}
          aria-label={say('calls.shown')}
          value={show}
          onChange={choose}
          data={SHOWN.map((value) => ({ value, label: label(value) }))}
        />
        <div className={classes.files}>
          <PrintButton />
          <ExportMenu linkTo={(format) => callsExport(show, format, language)} />
        </div>
      </div>
      <CallList key={show} show={show} />
    </>
  )
}
