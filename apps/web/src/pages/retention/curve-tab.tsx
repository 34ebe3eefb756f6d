import { Skeleton } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Card } from '../../components/card.tsx'
import { Definition } from '../../components/definition.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './curve.module.css'
import { CurveControls } from './curve-controls.tsx'
import { CurveTable } from './curve-table.tsx'
import { CurveVerdict } from './curve-verdict.tsx'
import { useCurve } from './use-curve.ts'

// The charting library is large and only pictures need it.
const CurvePicture = lazy(() => import('./curve-picture.tsx').then((module) => ({ default: module.CurvePicture })))

/** How many days it takes clients to come back: curves with their intervals, and the numbers behind them. */
export function CurveTab() {
  const { say } = useText()
  const state = useCurve()
  const { by, first, curve, drawn } = state
  return (
    <>
      <Card label={say('curve.title')}>
        <p className={classes.text}>
          {say(first ? 'curve.textFirst' : 'curve.text')}
          <Definition of="curve" />
        </p>
        <CurveControls by={by} first={first} groups={curve.data?.groups} />
        {curve.isError ? (
          <LoadFailed error={curve.error} retry={curve.refetch} />
        ) : !curve.data ? (
          <Skeleton height={420} mt="md" />
        ) : curve.data.groups.length === 0 ? (
          <Empty icon={IconChartLine} title={say('curve.emptyTitle')} text={say('curve.emptyText')} />
        ) : (
          <div style={{ opacity: curve.isPlaceholderData ? 0.55 : 1 }}>
            <CurveVerdict by={by} curve={curve.data} drawn={drawn} />
            {drawn.length === 0 ? (
              <p className={classes.nothing}>{say('curve.noneDrawn')}</p>
            ) : (
              <Suspense fallback={<Skeleton height={420} />}>
                <CurvePicture by={by} curve={curve.data} drawn={drawn} colours={state.colours} />
              </Suspense>
            )}
          </div>
        )}
      </Card>
      {curve.data && curve.data.groups.length > 0 && (
        <Card flush label={say('curve.table.title')}>
          <CurveTable {...state} curve={curve.data} />
        </Card>
      )}
    </>
  )
}
