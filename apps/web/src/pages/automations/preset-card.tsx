import { canPrepareCampaigns } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { forecastQuery } from '../../api/automations.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './automations.module.css'
import { KindIcon } from './kind-icon.tsx'
import { type Kind, presetOf } from './presets.ts'
import { useMakeAutomation } from './use-make-automation.ts'
import { useSentence } from './use-sentence.ts'
import { useWeekly } from './use-weekly.ts'

/** A kind of automation there is none of yet: what it would do, and the way to set it up. */
export function PresetCard({ kind }: { kind: Kind }) {
  const { say, language } = useWords()
  const sentence = useSentence()
  const weekly = useWeekly()
  const may = useMay()
  const forecast = useQuery(forecastQuery(kind))
  const name = say(`automations.kind.${kind}`)
  const preset = presetOf(kind, language)
  const make = useMakeAutomation()
  return (
    <Card label={name}>
      <div className={classes.head}>
        <KindIcon kind={kind} />
        <h2>{name}</h2>
      </div>
      <p className={classes.does}>{sentence(preset.trigger)}</p>
      <p className={classes.fact}>{forecast.data && weekly(forecast.data.perWeek)}</p>
      {may(canPrepareCampaigns) && (
        <Button variant="light" size="xs" loading={make.isPending} onClick={() => make.mutate({ kind, others: 0 })}>
          {say('automations.setUp')}
        </Button>
      )}
      {make.error && <Failure error={make.error} />}
    </Card>
  )
}
