import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Report } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { GroupTab } from './group-tab.tsx'
import { LostTab } from './lost-tab.tsx'
import { GROUP_TABS, TABS, type Tab } from './retention-search.ts'
import classes from './tab-bar.module.css'
import { useRetention } from './use-retention.ts'

const FlowsTab = lazy(() => import('./flows-tab.tsx').then((module) => ({ default: module.FlowsTab })))

/** The parts of the answer. A grouping of which the salon has a single value is no grouping and has no tab. */
export function TabBar({ report }: { report: Report }) {
  const { say, formats } = useWords()
  const { dimensions } = useWorkspace()
  const { tab, change } = useRetention()
  const sizes: Record<Tab, number> = {
    lost: Infinity,
    staff: dimensions.staff.length + 1,
    service: dimensions.services.length + 1,
    category: dimensions.categories.length,
    location: dimensions.locations.length,
    source: dimensions.sources.length,
    flows: dimensions.staff.length + 1,
  }
  const open = GROUP_TABS.find((group) => group === tab)
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
        <Tabs.List>
          {TABS.filter((one) => sizes[one] > 1).map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say(`retention.tabs.${one}`)}
              {one === 'lost' && <span className={classes.count}>{formats.number(report.total.lost)}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {open ? (
        <GroupTab key={open} by={open} />
      ) : tab === 'flows' ? (
        <Suspense fallback={<Card>{say('common.loading')}</Card>}>
          <FlowsTab />
        </Suspense>
      ) : (
        <LostTab lost={report.total.lost} />
      )}
    </section>
  )
}
