import type { ReactNode } from 'react'
import type { BonusLiability } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'

/** What is owed, what it will likely cost, what bonuses have paid so far and when they pay off. */
export function LiabilityTiles({ liability: { outstanding, facts } }: { liability: BonusLiability }) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const money = (minor: number) => formats.money(minor, currency)
  const notYet = <span className={classes.quiet}>{say('bonuses.notYet')}</span>
  const held = [
    say('bonuses.count', { count: outstanding.points }),
    outstanding.clients > 0 && say('bonuses.owedClients', { count: outstanding.clients }),
  ]
  const { expectedMinor, redeemedShare, paidMinor, bills, paidShare } = facts
  return (
    <Card label={say('bonuses.owed')}>
      <dl className={classes.tiles}>
        <Tile label={say('bonuses.owed')} under={held.filter(Boolean).join(' ')}>
          {money(outstanding.minor)}
        </Tile>
        <Tile
          label={say('bonuses.expected')}
          under={redeemedShare !== null && say('bonuses.expectedUnder', { share: formats.percent(redeemedShare) })}
        >
          {expectedMinor === null ? notYet : money(expectedMinor)}
        </Tile>
        <Tile label={say('bonuses.paid')} under={bills > 0 && say('bonuses.paidUnder', { count: bills })}>
          {money(paidMinor)}
        </Tile>
        <Tile label={say('bonuses.breakEven')} under={paidShare !== null && say('bonuses.breakEvenUnder')}>
          {paidShare === null ? notYet : formats.percent(paidShare)}
        </Tile>
      </dl>
    </Card>
  )
}

function Tile({ label, under, children }: { label: string; under: string | false; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {under && <small>{under}</small>}
      </dd>
    </div>
  )
}
