import { canGiveBonuses, canSeeBonuses } from '@comeback/server/permissions'
import { Button, Skeleton } from '@mantine/core'
import { IconGift } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bonusExport, liabilityQuery } from '../../api/bonuses.ts'
import { Locked } from '../../app/locked.tsx'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import classes from '../../components/bonuses/bonuses.module.css'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useText } from '../../i18n/index.ts'
import { GiveMany } from './give-many.tsx'
import { LiabilityTiles } from './liability-tiles.tsx'
import { Operations } from './operations.tsx'
import { Rules } from './rules.tsx'
import { ExpiryTable, MonthTable } from './tables.tsx'

/** What the salon owes in bonuses and what came of them; giving to a group; the rules. */
export function BonusesPage() {
  const { say, language } = useText()
  const may = useMay()
  const { has } = usePlan()
  const shown = may(canSeeBonuses) && has('winback')
  const known = useQuery({ ...liabilityQuery, enabled: shown })
  const [giving, setGiving] = useState(false)
  const title = say('bonuses.title')
  if (!may(canSeeBonuses)) return <NotForYou title={title} />
  const isEmpty = known.data?.months.length === 0
  const actions = shown && (
    <>
      {may(canGiveBonuses) && (
        <Button leftSection={<IconGift size={16} aria-hidden />} onClick={() => setGiving(true)}>
          {say('bonuses.giveMany')}
        </Button>
      )}
      {!isEmpty && <ExportMenu linkTo={(format) => bonusExport('operations', format, language)} />}
    </>
  )
  return (
    <>
      <PageHeader title={title} actions={actions}>
        {say('bonuses.lead')}
      </PageHeader>
      {!has('winback') ? (
        <Locked feature="winback" />
      ) : known.isError ? (
        <LoadFailed error={known.error} retry={known.refetch} />
      ) : !known.data ? (
        <Skeleton height={320} mt="md" radius="lg" aria-label={say('common.loading')} />
      ) : isEmpty ? (
        <Card>
          <Empty icon={IconGift} title={say('bonuses.emptyTitle')} text={say('bonuses.emptyText')} />
        </Card>
      ) : (
        <>
          <LiabilityTiles liability={known.data} />
          <div className={classes.columns}>
            <ExpiryTable byExpiry={known.data.byExpiry} />
            <MonthTable months={known.data.months} />
          </div>
          <Operations />
        </>
      )}
      {shown && <Rules />}
      <GiveMany opened={giving} onClose={() => setGiving(false)} />
    </>
  )
}
