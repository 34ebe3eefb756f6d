import { SegmentedControl, Table } from '@mantine/core'
import { useState } from 'react'
import type { CampaignResults } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'

const GROUPINGS = ['staff', 'service', 'band'] as const
const MOST = 12

/** The same by last master, last service and spending: who answers to a message, and who would come anyway. */
export function ByTable({ by }: { by: CampaignResults['by'] }) {
  const { say, formats, words } = useWords()
  const [grouping, setGrouping] = useState<(typeof GROUPINGS)[number]>('staff')
  const bands: Record<string, string> = words.campaigns.results.band
  const title = say(`campaigns.results.by.${grouping}`)
  const share = (visited: number, clients: number) =>
    clients === 0 ? '—' : `${formats.number(visited)} / ${formats.number(clients)}`
  return (
    <Card label={title}>
      <SegmentedControl
        fullWidth
        className={classes.grouping!}
        value={grouping}
        onChange={setGrouping}
        data={GROUPINGS.map((value) => ({ value, label: say(`campaigns.results.by.${value}`) }))}
      />
      <div className={classes.scroll}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{title}</Table.Th>
              <Table.Th ta="right">{say('campaigns.results.written')}</Table.Th>
              <Table.Th ta="right">{say('campaigns.results.heldOut')}</Table.Th>
              <Table.Th ta="right">{say('campaigns.results.lift')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {by[grouping].slice(0, MOST).map(({ key, effect: { contacted, holdout, lift } }) => (
              <Table.Tr key={key ?? ''}>
                <Table.Td>
                  {key === null ? say('campaigns.results.none') : (grouping === 'band' && bands[key]) || key}
                </Table.Td>
                <Table.Td ta="right">{share(contacted.visited, contacted.clients)}</Table.Td>
                <Table.Td ta="right">{share(holdout.visited, holdout.clients)}</Table.Td>
                <Table.Td ta="right">
                  {lift && holdout.clients >= 5 ? (
                    <>
                      {formats.points(lift.difference)}{' '}
                      <small>
                        ({formats.points(lift.low)}…{formats.points(lift.high)})
                      </small>
                    </>
                  ) : (
                    <small>{say('campaigns.results.notMeasured')}</small>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Card>
  )
}
