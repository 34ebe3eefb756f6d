import { useState } from 'react'
import type { CampaignPeopleOf } from '../../api/campaigns.ts'
import type { AutomationCheck } from '../../api/types.ts'
import { CountButton } from '../../components/count-button.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { CampaignPeoplePanel } from '../campaigns/campaign-people-panel.tsx'
import campaigns from '../campaigns/campaigns.module.css'
import { Problems } from './on-dialog.tsx'
import { useWeekly } from './use-weekly.ts'

/** How many it would write to, by the month that was or is to come; what keeps it from being switched on. */
export function Forecast({ id, check }: { id: string; check: AutomationCheck }) {
  const { say, formats, words } = useWords()
  const weekly = useWeekly()
  const [people, setPeople] = useState<CampaignPeopleOf | null>(null)
  const { problems, month, backlog, ahead, days, perWeek } = check
  const reasons: Record<string, string> = words.campaigns.reason
  const skipped = Object.entries(month.skipped).map(
    ([reason, count]) => `${reasons[reason] ?? reason} — ${formats.number(count ?? 0)}`,
  )
  const open = (cell: 'month' | 'backlog') => () => setPeople({ id, from: 'automations', cell })
  return (
    <>
      {problems.length > 0 && <Problems problems={problems} />}
      <dl className={campaigns.figures}>
        <div data-main>
          <dt>{say(ahead ? 'automations.check.ahead' : 'automations.check.past', { count: days })}</dt>
          <dd>
            <CountButton count={month.contacted} what={say('campaigns.cell.month')} onOpen={open('month')} />
          </dd>
          <small>{weekly(perWeek)}</small>
        </div>
        <div>
          <dt>{say('campaigns.check.holdout')}</dt>
          <dd>{formats.number(month.holdout)}</dd>
        </div>
        <div>
          <dt>{say('automations.check.backlog')}</dt>
          <dd>
            <CountButton count={backlog.contacted} what={say('campaigns.cell.backlog')} onOpen={open('backlog')} />
          </dd>
        </div>
      </dl>
      {skipped.length > 0 && (
        <p className={campaigns.note}>
          {say('campaigns.check.skipped')}: {skipped.join(', ')}.
        </p>
      )}
      <p className={campaigns.note}>{say('automations.check.note')}</p>
      <CampaignPeoplePanel of={people} onClose={() => setPeople(null)} />
    </>
  )
}
