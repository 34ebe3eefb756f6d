import type { CampaignResults } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { CountButton } from '../../components/count-button.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'
import styles from './results.module.css'

const STEPS = ['written', 'sent', 'delivered', 'clicked', 'booked', 'visited'] as const
const CELLS = { written: 'contacted' } as const

interface Props {
  funnel: CampaignResults['funnel']
  onOpen: (cell: 'contacted' | Exclude<(typeof STEPS)[number], 'written'>) => void
}

/** From the message to the chair; each number opens its people. */
export function Funnel({ funnel, onOpen }: Props) {
  const { say, formats } = useWords()
  const title = say('campaigns.results.funnel')
  return (
    <Card label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <ol className={styles.funnel}>
        {STEPS.map((step) => {
          const share = funnel.written === 0 ? 0 : funnel[step] / funnel.written
          return (
            <li key={step}>
              <span>{say(`campaigns.results.step.${step}`)}</span>
              <i aria-hidden>
                <i style={{ width: `${share * 100}%` }} />
              </i>
              <b>
                <CountButton
                  count={funnel[step]}
                  what={say(`campaigns.results.step.${step}`)}
                  onOpen={() => onOpen(step === 'written' ? CELLS.written : step)}
                />
              </b>
              <small>{formats.percent(share)}</small>
            </li>
          )
        })}
      </ol>
      <p className={classes.note}>{say('campaigns.results.funnelNote')}</p>
    </Card>
  )
}
