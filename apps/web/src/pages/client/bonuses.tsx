import { canGiveBonuses, canSeeBonuses } from '@comeback/server/permissions'
import { Button, Modal, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bonusExport, bonusRulesQuery, statementQuery } from '../../api/bonuses.ts'
import type { BonusStatement } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { MoreOperations } from '../../components/bonuses/more-operations.tsx'
import { OperationRow } from '../../components/bonuses/operation-row.tsx'
import { Card } from '../../components/card.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { GiveBonuses } from './give-bonuses.tsx'
import { PayWithBonuses } from './pay-with-bonuses.tsx'

/** A client's bonuses: what they hold, what ends when, what was done, and doing it. */
export function Bonuses({ id, erased }: { id: string; erased: boolean }) {
  const { say, language } = useWords()
  const may = useMay()
  const { has } = usePlan()
  const shown = may(canSeeBonuses) && has('winback')
  const known = useInfiniteQuery({ ...statementQuery(id), enabled: shown })
  const rules = useQuery({ ...bonusRulesQuery, enabled: shown })
  const [doing, setDoing] = useState<'give' | 'pay' | null>(null)
  if (!shown) return null
  const statement = known.data?.pages[0]
  const operations = known.data?.pages.flatMap((page) => page.operations) ?? []
  const done = () => setDoing(null)
  return (
    <Card label={say('bonuses.title')}>
      <div className={classes.top}>
        <div>
          <h2 className={classes.heading}>{say('bonuses.title')}</h2>
          {statement && <Balance statement={statement} />}
        </div>
        <div className={classes.actions} data-print="no">
          {may(canGiveBonuses) && !erased && rules.data && statement && (
            <>
              <Button variant="light" onClick={() => setDoing('give')}>
                {say('bonuses.give')}
              </Button>
              {statement.balance > 0 && (
                <Button variant="default" onClick={() => setDoing('pay')}>
                  {say('bonuses.pay')}
                </Button>
              )}
            </>
          )}
          {operations.length > 0 && <ExportMenu linkTo={(format) => bonusExport('operations', format, language, id)} />}
        </div>
      </div>
      {known.isError ? (
        <LoadFailed error={known.error} retry={known.refetch} />
      ) : !statement ? (
        <Skeleton height={90} mt="md" aria-label={say('common.loading')} />
      ) : operations.length === 0 ? (
        <p className={classes.hint}>{say('bonuses.none')}</p>
      ) : (
        <ul className={classes.list}>
          {operations.map((operation) => (
            <OperationRow key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
      <MoreOperations query={known} />
      <Modal
        opened={doing !== null}
        onClose={done}
        centered
        title={<b>{say(doing === 'pay' ? 'bonuses.payTitle' : 'bonuses.giveTitle')}</b>}
        closeButtonProps={{ 'aria-label': say('common.close') }}
      >
        {rules.data && doing === 'give' && <GiveBonuses id={id} rules={rules.data} onDone={done} />}
        {rules.data && statement && doing === 'pay' && (
          <PayWithBonuses id={id} rules={rules.data} lots={statement.lots} onDone={done} />
        )}
      </Modal>
    </Card>
  )
}

function Balance({ statement: { balance, minor, lots } }: { statement: BonusStatement }) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  if (balance === 0) return null
  const byDay = Map.groupBy(lots, ({ expiresOn }) => expiresOn)
  const parts = [...byDay].map(([expiresOn, some]) => {
    const points = say('bonuses.count', { count: some.reduce((sum, lot) => sum + lot.points, 0) })
    if (byDay.size === 1)
      return expiresOn === null ? say('bonuses.never') : say('bonuses.until', { date: formats.shortDate(expiresOn) })
    return expiresOn === null
      ? say('bonuses.endless', { points })
      : say('bonuses.ends', { points, date: formats.shortDate(expiresOn) })
  })
  return (
    <>
      <p className={classes.balance}>
        {say('bonuses.count', { count: balance })}
        <small>{formats.money(minor, currency)}</small>
      </p>
      <p className={classes.lots}>{parts.join(' · ')}</p>
    </>
  )
}
