import { NumberInput, Switch } from '@mantine/core'
import type { SendingChannel } from '../../api/types.ts'
import type { Draft } from '../../components/drafts/use-saved-draft.ts'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'
import { ChannelOrder } from './channel-order.tsx'
import { LinkField } from './link-field.tsx'
import { WhatsappFields } from './whatsapp-fields.tsx'
import { WordsStep } from './words-step.tsx'

const USUAL_BONUS = { points: 500, days: 60 }

/** By which channels, in what words, with what gift, and where the link leads. */
export function WhatStep({ draft, open }: { draft: Draft; open: readonly SendingChannel[] }) {
  const { say } = useText()
  const { plan, change } = draft
  const { bonus } = plan
  return (
    <>
      <ChannelOrder chosen={plan.channels} open={open} onChange={(channels) => change({ channels })} />
      <WordsStep draft={draft} />
      {plan.channels.includes('whatsapp') && <WhatsappFields draft={draft} />}
      <div>
        <Switch
          label={say('campaigns.bonus')}
          description={bonus ? say('campaigns.bonusHint') : undefined}
          checked={bonus !== null}
          onChange={(event) => change({ bonus: event.currentTarget.checked ? USUAL_BONUS : null })}
        />
        {bonus && (
          <div className={classes.row}>
            <NumberInput
              label={say('campaigns.points')}
              value={bonus.points}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              onChange={(value) => Number(value) >= 1 && change({ bonus: { ...bonus, points: Number(value) } })}
            />
            <NumberInput
              label={say('campaigns.bonusDays')}
              value={bonus.days}
              min={1}
              max={3650}
              allowDecimal={false}
              onChange={(value) => Number(value) >= 1 && change({ bonus: { ...bonus, days: Number(value) } })}
            />
          </div>
        )}
      </div>
      <LinkField link={plan.link} onChange={(link) => change({ link })} />
    </>
  )
}
