import { NativeSelect, SegmentedControl, Table } from '@mantine/core'
import { useState } from 'react'
import type { CampaignPeopleOf } from '../../api/campaigns.ts'
import type { CampaignCell, CampaignResults } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { CountButton } from '../../components/count-button.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './results.module.css'

const GROUPINGS = ['staff', 'service', 'band'] as const
type Grouping = (typeof GROUPINGS)[number]
type Row = CampaignResults['by'][Grouping][number]

const MOST = 12
/** Held out; with fewer a difference says nothing. */
const FEWEST = 5

interface Props {
  by: CampaignResults['by']
  onOpen: (of: Omit<CampaignPeopleOf, 'id'>) => void
}

/** The same by last master, last service and spending: who answers to a message, and who would come anyway. */
export function ByTable({ by, onOpen }: Props) {
  const { say, words } = useWords()
  const phone = useIsPhone()
  const [grouping, setGrouping] = useState<Grouping>('staff')
  const bands: Record<string, string> = words.campaigns.results.band
  const title = say(`campaigns.results.by.${grouping}`)
  const choices = GROUPINGS.map((value) => ({ value, label: say(`campaigns.results.by.${value}`) }))
  const nameOf = ({ key }: Row) =>
    key === null ? say('campaigns.results.none') : (grouping === 'band' && bands[key]) || key
  const share = (row: Row, arm: 'contacted' | 'holdout') => {
    const { visited, clients } = row.effect[arm]
    if (clients === 0) return '—'
    const [came, all] = CELLS[arm]
    const open = (cell: CampaignCell) => () => onOpen({ cell, by: grouping, key: row.key ?? undefined })
    const what = (cell: CampaignCell) => `${nameOf(row)}, ${say(`campaigns.cell.${cell}`)}`
    return (
      <span>
        <CountButton count={visited} what={what(came)} onOpen={open(came)} /> /{' '}
        <CountButton quiet count={clients} what={what(all)} onOpen={open(all)} />
      </span>
    )
  }
  return (
    <Card label={title}>
      {phone ? (
        <NativeSelect
          className={classes.grouping!}
          aria-label={title}
          value={grouping}
          onChange={({ currentTarget }) => setGrouping(GROUPINGS.find((each) => each === currentTarget.value)!)}
          data={choices}
        />
      ) : (
        <SegmentedControl
          fullWidth
          className={classes.grouping!}
          value={grouping}
          onChange={setGrouping}
          data={choices}
        />
      )}
      <Table verticalSpacing="xs" className={classes.by!}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th ta="right">{say('campaigns.results.written')}</Table.Th>
            <Table.Th ta="right">{say('campaigns.results.heldOut')}</Table.Th>
            <Table.Th ta="right">{say('campaigns.results.lift')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {by[grouping].slice(0, MOST).map((row) => (
            <Table.Tr key={row.key ?? ''}>
              <Table.Td>{nameOf(row)}</Table.Td>
              <Table.Td ta="right" data-label={say('campaigns.results.written')}>
                {share(row, 'contacted')}
              </Table.Td>
              <Table.Td ta="right" data-label={say('campaigns.results.heldOut')}>
                {share(row, 'holdout')}
              </Table.Td>
              <Table.Td ta="right" data-label={say('campaigns.results.lift')}>
                <Lift row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  )
}

const CELLS = {
  contacted: ['visited', 'contacted'],
  holdout: ['holdoutVisited', 'holdout'],
} as const satisfies Record<string, readonly [CampaignCell, CampaignCell]>

function Lift({ row: { effect } }: { row: Row }) {
  const { say, formats } = useWords()
  const { lift, holdout } = effect
  if (!lift || holdout.clients < FEWEST) return <small>{say('campaigns.results.notMeasured')}</small>
  return (
    <span>
      {formats.points(lift.difference)}{' '}
      <small>
        ({formats.points(lift.low)}…{formats.points(lift.high)})
      </small>
    </span>
  )
}
