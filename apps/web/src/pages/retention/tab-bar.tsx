import { canSeeSalon } from '@comeback/server/permissions'
import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Report } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { GroupTab } from './group-tab.tsx'
import { LostTab } from './lost-tab.tsx'
import { TABS, type Tab } from './retention-search.ts'
import classes from './tab-bar.module.css'
import { TabList } from './tab-list.tsx'
import { useRetention } from './use-retention.ts'

const RebookingTab = lazy(() => import('./rebooking-tab.tsx').then((module) => ({ default: module.RebookingTab })))
const FlowsTab = lazy(() => import('./flows-tab.tsx').then((module) => ({ default: module.FlowsTab })))
const CohortsTab = lazy(() => import('./cohorts-tab.tsx').then((module) => ({ default: module.CohortsTab })))
const CurveTab = lazy(() => import('./curve-tab.tsx').then((module) => ({ default: module.CurveTab })))

/** The parts of the answer. A grouping of which the salon has a single value is no grouping and has no tab. */
export function TabBar({ report }: { report: Report }) {
  const { say, formats } = useWords()
  const { dimensions } = useWorkspace()
  const may = useMay()
  const { tab, change } = useRetention()
  const sizes: Partial<Record<Tab, number>> = {
    staff: dimensions.staff.length + 1,
    service: dimensions.services.length + 1,
    category: dimensions.categories.length,
    location: dimensions.locations.length,
    source: dimensions.sources.length,
    flows: dimensions.staff.length + 1,
    cohorts: may(canSeeSalon) ? Infinity : 0,
  }
  return (
    <section className={classes.section}>
      <Tabs
        value={tab}
        onChange={(value) => {
          const next = TABS.find((one) => one === value)
          change({ tab: next, sort: undefined, desc: undefined, q: undefined, of: undefined, people: undefined })
        }}
        keepMounted={false}
        classNames={{ list: classes.list!, tab: classes.tab! }}
        data-print="no"
      >
        <TabList tab={tab}>
          {TABS.filter((one) => (sizes[one] ?? Infinity) > 1).map((one) => (
            <Tabs.Tab key={one} value={one} data-tab={one}>
              {say(`retention.tabs.${one}`)}
              {one === 'lost' && <span className={classes.count}>{formats.number(report.total.lost)}</span>}
            </Tabs.Tab>
          ))}
        </TabList>
      </Tabs>
      <Suspense fallback={<Card>{say('common.loading')}</Card>}>
        <OpenTab tab={tab} report={report} />
      </Suspense>
    </section>
  )
}

function OpenTab({ tab, report }: { tab: Tab; report: Report }) {
  switch (tab) {
    case 'lost':
      return <LostTab lost={report.total.lost} />
    case 'rebooking':
      return <RebookingTab />
    case 'flows':
      return <FlowsTab />
    case 'curve':
      return <CurveTab />
    case 'cohorts':
      return <CohortsTab />
    default:
      return <GroupTab key={tab} by={tab} />
  }
}
