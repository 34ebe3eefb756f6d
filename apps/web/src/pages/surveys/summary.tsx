import { LEAST_ANSWERS, SURVEY_BANDS } from '@comeback/retention'
import type { SurveyAnswers } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Definition } from '../../components/definition.tsx'
import classes from '../../components/surveys/surveys.module.css'
import { useWords } from '../../i18n/period-words.ts'

/** What all answers say together, once there are enough of them. */
export function Summary({ found }: { found: SurveyAnswers }) {
  const { say, formats } = useWords()
  const { netPromoter } = found
  const all = SURVEY_BANDS.reduce((sum, band) => sum + found[band], 0)
  const whole = (share: number) => formats.points(Math.round(share * 100) / 100)
  return (
    <Card label={say('define.netPromoter.title')}>
      <dl className={classes.tiles}>
        <div>
          <dt>
            {say('define.netPromoter.title')} <Definition of="netPromoter" />
          </dt>
          <dd>
            {netPromoter === null ? (
              <span className={classes.notYet}>{say('surveys.notYet', { count: all, least: LEAST_ANSWERS })}</span>
            ) : (
              <>
                {whole(netPromoter.score)}
                <small>
                  {say('surveys.likely', {
                    low: whole(netPromoter.low),
                    high: whole(netPromoter.high),
                    answers: say('surveys.answers', { count: all }),
                  })}
                </small>
              </>
            )}
          </dd>
        </div>
        {SURVEY_BANDS.map((band) => (
          <div key={band}>
            <dt>{say(`surveys.band.${band}`)}</dt>
            <dd>
              {formats.number(found[band])}
              <small>{say(`surveys.scores.${band}`)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
