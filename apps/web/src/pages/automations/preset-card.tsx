import { canPrepareCampaigns } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { automationsQuery, forecastQuery, makeAutomation } from '../../api/automations.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './automations.module.css'
import { KindIcon } from './kind-icon.tsx'
import { type Kind, presetOf } from './presets.ts'
import { useSentence } from './use-sentence.ts'
import { useWeekly } from './use-weekly.ts'

/** A kind of automation there is none of yet: what it would do, and the way to set it up. */
export function PresetCard({ kind }: { kind: Kind }) {
  const { say, language } = useWords()
  const sentence = useSentence()
  const weekly = useWeekly()
  const may = useMay()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const forecast = useQuery(forecastQuery(kind))
  const name = say(`automations.kind.${kind}`)
  const preset = presetOf(kind, language)
  const make = useMutation({
    mutationFn: () => makeAutomation({ name, ...preset }),
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: automationsQuery.queryKey })
      await navigate({ to: '/automations/$id', params: { id } })
    },
  })
  return (
    <Card label={name}>
      <div className={classes.head}>
        <KindIcon kind={kind} />
        <h2>{name}</h2>
      </div>
      <p className={classes.does}>{sentence(preset.trigger)}</p>
      <p className={classes.fact}>{forecast.data && weekly(forecast.data.perWeek)}</p>
      {may(canPrepareCampaigns) && (
        <Button variant="light" size="xs" loading={make.isPending} onClick={() => make.mutate()}>
          {say('automations.setUp')}
        </Button>
      )}
      {make.error && <Failure error={make.error} />}
    </Card>
  )
}
