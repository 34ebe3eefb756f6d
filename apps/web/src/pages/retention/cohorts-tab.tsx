import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconGridDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cohortsQuery } from '../../api/queries.ts'
import type { Cohort } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Definition } from '../../components/definition.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useText } from '../../i18n/index.ts'
import classes from './cohort.module.css'
import { CohortPeople } from './cohort-people.tsx'
import { CohortTable } from './cohort-table.tsx'
import { LATEST, type Measure } from './cohort-values.ts'
import { useRetention } from './use-retention.ts'

/** Clients by the month they first came in: which part of them, or how much money, each month after brought. */
export function CohortsTab() {
  const { say } = useText()
  const { search, question, change } = useRetention()
  const cohorts = useQuery(cohortsQuery(question.asOf))
  const measure: Measure = search.money ? 'money' : 'share'
  return (
    <Card label={say('cohorts.title')}>
      <p className={classes.text}>
        {say(measure === 'money' ? 'cohorts.textMoney' : 'cohorts.text')}
        <Definition of={measure === 'money' ? 'cohortMoney' : 'cohorts'} />
      </p>
      {cohorts.isError ? (
        <LoadFailed error={cohorts.error} retry={cohorts.refetch} />
      ) : !cohorts.data ? (
        <Skeleton height={480} />
      ) : cohorts.data.cohorts.length === 0 ? (
        <Empty icon={IconGridDots} title={say('cohorts.emptyTitle')} text={say('cohorts.emptyText')} />
      ) : (
        <>
          <div className={classes.controls} data-print="no">
            <SegmentedControl
              aria-label={say('cohorts.measure')}
              value={measure}
              onChange={(value) => change({ money: value === 'money' || undefined })}
              data={[
                { value: 'share', label: say('cohorts.share') },
                { value: 'money', label: say('cohorts.money') },
              ]}
            />
            {cohorts.data.cohorts.length > LATEST && (
              <Button variant="subtle" size="compact-sm" onClick={() => change({ all: search.all ? undefined : true })}>
                {search.all ? say('cohorts.latest') : say('cohorts.all', { count: cohorts.data.cohorts.length })}
              </Button>
            )}
          </div>
          <HeatMap cohorts={cohorts.data.cohorts} measure={measure} />
        </>
      )}
    </Card>
  )
}

/** The table, and under it the pointed cell in words. */
function HeatMap({ cohorts, measure }: { cohorts: Cohort[]; measure: Measure }) {
  const { say } = useText()
  const { search, change } = useRetention()
  const phone = useIsPhone()
  const [told, tell] = useState<string | null>(null)
  const shown = search.all ? cohorts : cohorts.slice(-LATEST)
  return (
    <>
      <CohortTable
        cohorts={cohorts}
        shown={shown}
        measure={measure}
        onTell={tell}
        onOpen={(cohort, k) => change({ cell: `${cohort.month}+${k}` })}
      />
      <p className={classes.told} aria-hidden>
        {told ?? say(phone ? 'cohorts.hintPhone' : 'cohorts.hint')}
      </p>
      <div className={classes.legend}>
        <span className={classes.ramp}>
          {say('cohorts.less')} <i /> {say('cohorts.more')}
        </span>
        <span>
          <i className={classes.sample} data-partial /> {say('cohorts.legendPartial')}
        </span>
        {shown.some(({ mayNotBeNew }) => mayNotBeNew) && <span>{say('cohorts.legendMayNotBeNew')}</span>}
      </div>
      <CohortPeople cohorts={cohorts} />
    </>
  )
}
