import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFlask } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { letDaysPass } from '../api/practice.ts'
import type { Day } from '../api/types.ts'
import { useErrorText } from '../components/error-text.ts'
import { useWords } from '../i18n/period-words.ts'
import classes from './banners.module.css'

/** In a practice salon: which day it is there, and the way to let time pass. */
export function PracticeBanner({ day }: { day: Day }) {
  const { say, formats } = useWords()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const pass = useMutation({
    mutationFn: letDaysPass,
    async onSuccess({ today, visits, becauseOfMessages }) {
      const played = { date: formats.date(today), count: visits, messages: formats.number(becauseOfMessages) }
      notifications.show({ message: say('practice.played', played), autoClose: 12_000 })
      await queries.invalidateQueries()
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  const steps = [
    { days: 7, label: say('practice.week') },
    { days: 28, label: say('practice.month') },
  ]
  return (
    <div className={classes.banner} data-print="no">
      <IconFlask size={17} aria-hidden />
      <span>{say('practice.banner', { date: formats.date(day) })}</span>
      <div>
        {steps.map(({ days, label }) => (
          <Button
            key={days}
            size="compact-xs"
            variant="default"
            disabled={pass.isPending}
            loading={pass.isPending && pass.variables === days}
            onClick={() => pass.mutate(days)}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  )
}
