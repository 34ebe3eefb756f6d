import { Alert, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignPeopleOf } from '../../api/campaigns.ts'
import type { Campaign, CampaignCheck } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { CountButton } from '../../components/count-button.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/period-words.ts'
import { CallInstead } from './call-instead.tsx'
import { CampaignPeoplePanel } from './campaign-people-panel.tsx'
import classes from './campaigns.module.css'
import { Skipped } from './skipped.tsx'
import { useProblemText } from './use-problem-text.ts'
import { useWorth } from './use-worth.ts'

interface Props {
  campaign: Campaign
  check: UseQueryResult<CampaignCheck>
}

/** What would come of it: how many get the message, how many do not and why, what it costs and what it could show. */
export function CheckStep({ campaign, check }: Props) {
  const { say } = useWords()
  const problemText = useProblemText()
  const [people, setPeople] = useState<CampaignPeopleOf | null>(null)
  if (check.isError) return <LoadFailed error={check.error} retry={check.refetch} />
  if (!check.data) return <Skeleton height={140} radius="md" aria-label={say('common.loading')} />
  const { data } = check
  const open = (cell: CampaignPeopleOf['cell'], reason?: string) => setPeople({ id: campaign.id, cell, reason })
  return (
    <>
      {data.problems.length > 0 && (
        <Alert color="yellow" variant="light" radius="md">
          <ul className={classes.problems}>
            {data.problems.map((problem) => (
              <li key={`${problem.code}${problem.value}`}>{problemText(problem)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {data.audience > 0 && <Figures check={data} onOpen={open} />}
      <Skipped counts={data.skipped} onOpen={(reason) => open('skipped', reason)} />
      {data.audience > 0 && <CallInstead campaign={campaign} />}
      {data.audience > 0 && <Forecast check={data} />}
      <CampaignPeoplePanel of={people} onClose={() => setPeople(null)} />
    </>
  )
}

function Figures({ check, onOpen }: { check: CampaignCheck; onOpen: (cell: CampaignPeopleOf['cell']) => void }) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const { audience, contacted, holdout, skipped, minor, points, byChannel, languages } = check
  const worth = useWorth(points)
  const passed = Object.values(skipped).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const counts = [
    ['audience', audience],
    ['skipped', passed],
  ] as const
  return (
    <dl className={classes.figures} aria-label={say('campaigns.check.title')}>
      {counts.map(([cell, count]) => (
        <div key={cell}>
          <dt>{say(`campaigns.check.${cell}`)}</dt>
          <dd>
            <CountButton count={count} what={say(`campaigns.cell.${cell}`)} onOpen={() => onOpen(cell)} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{say('campaigns.check.holdout')}</dt>
        <dd>{formats.number(holdout)}</dd>
      </div>
      <div data-main>
        <dt>{say('campaigns.check.contacted')}</dt>
        <dd>{formats.number(contacted)}</dd>
        {byChannel.map(({ channel, clients, parts }) => (
          <small key={channel}>
            {say(`campaigns.channel.${channel}`)}:{' '}
            {channel === 'sms'
              ? say('campaigns.check.parts', { clients: formats.number(clients), parts: formats.number(parts) })
              : formats.number(clients)}
          </small>
        ))}
        {languages.length > 1 &&
          languages.map(({ language, clients }) => (
            <small key={language}>
              {LANGUAGE_NAMES[language]}: {formats.number(clients)}
            </small>
          ))}
      </div>
      <div>
        <dt>{say('campaigns.check.cost')}</dt>
        <dd>{minor === 0 ? say('campaigns.check.free') : formats.money(minor, currency)}</dd>
      </div>
      {points > 0 && (
        <div>
          <dt>{say('campaigns.check.points')}</dt>
          <dd>{formats.number(points)}</dd>
          {worth !== null && <small>{say('campaigns.check.worth', { money: formats.money(worth, currency) })}</small>}
        </div>
      )}
    </dl>
  )
}

/** What the salon's own history lets one expect, and what an audience of this size can show at all. */
function Forecast({ check: { base, detectable, holdout, missing } }: { check: CampaignCheck }) {
  const { say, formats } = useWords()
  return (
    <div className={classes.forecast}>
      {missing.map(({ field, clients }) => (
        <p key={field} className={classes.warn}>
          {say('campaigns.check.missing', {
            field: say(`campaigns.field.${field as 'firstName'}`),
            people: say('campaigns.people', { count: clients }),
          })}
        </p>
      ))}
      {holdout === 0 ? (
        <p>{say('campaigns.sure.holdoutNone')}</p>
      ) : base === null ? (
        <p>{say('campaigns.check.noBase')}</p>
      ) : (
        <p>
          {say('campaigns.check.base', { clients: formats.number(base.clients), share: formats.percent(base.share) })}{' '}
          {detectable === null
            ? say('campaigns.check.notDetectable')
            : say('campaigns.check.detectable', {
                lift: formats.number(Math.ceil(detectable * 100)),
              })}
        </p>
      )}
    </div>
  )
}
