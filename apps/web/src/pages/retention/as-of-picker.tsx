import { formatDay, parseDay } from '@comeback/retention'
import { Button, Stack } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './question-bar.module.css'
import { useRetention } from './use-retention.ts'

/** Shows the report as it was at the end of a past day, and the way back. The question stays the one being asked. */
export function AsOfPicker() {
  const { say, formats } = useWords()
  const { firstDay, asOf: latest, daysBehind } = useWorkspace()
  const { search, question, change } = useRetention()
  const past = search.asOf !== undefined && parseDay(search.asOf) !== null ? search.asOf : null
  const look = (asOf: string | undefined) => change({ base: question.base, return: question.return, asOf })
  return (
    <Panel
      title={say('retention.asOf.title')}
      button={(open) => (
        <button type="button" className={classes.preset} data-on={past === null ? undefined : true} onClick={open}>
          <IconHistory size={14} style={{ marginRight: 5, verticalAlign: -2 }} aria-hidden />
          {past === null && daysBehind === 0
            ? say('retention.asOf.today')
            : say('retention.asOf.past', { date: formats.shortDate(past ?? latest) })}
        </button>
      )}
    >
      {(close) => (
        <Stack gap="sm" align="center" maw={290} mx="auto">
          <p className={classes.hint}>{say('retention.asOf.text')}</p>
          <DatePicker
            {...(firstDay ? { minDate: firstDay } : {})}
            maxDate={formatDay(parseDay(latest)! - 1)}
            defaultDate={past ?? latest}
            value={past}
            onChange={(day) => {
              look(day ?? undefined)
              close()
            }}
          />
          {past !== null && (
            <Button
              fullWidth
              variant="light"
              size="sm"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => {
                look(undefined)
                close()
              }}
            >
              {say('common.asOfNow')}
            </Button>
          )}
        </Stack>
      )}
    </Panel>
  )
}
