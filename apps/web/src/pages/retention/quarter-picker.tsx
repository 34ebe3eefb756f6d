import { formatDay, type Period, parseDay, parsePeriod } from '@comeback/retention'
import { ActionIcon, Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'

const QUARTERS = [1, 2, 3, 4]

/** Four quarters of a year; the calendar components know months and years only. */
export function QuarterPicker({ period, onPick }: { period: Period; onPick: (period: Period) => void }) {
  const { say, periods } = useWords()
  const { firstDay, asOf } = useWorkspace()
  const [year, setYear] = useState(Number(formatDay(period.from).slice(0, 4)))
  const [first, last] = [parseDay(firstDay ?? asOf)!, parseDay(asOf)!]
  const quarters = QUARTERS.map((quarter) => parsePeriod(`${year}-Q${quarter}`)!)
  return (
    <Stack gap="xs" w={260}>
      <Group justify="space-between">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say('periods.earlier')}
          disabled={quarters[0]!.from <= first}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <b>{year}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say('periods.later')}
          disabled={quarters[3]!.to >= last}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      <SimpleGrid cols={2} spacing="xs">
        {quarters.map((quarter) => (
          <Button
            key={quarter.from}
            variant={quarter.from === period.from && period.kind === 'quarter' ? 'filled' : 'default'}
            disabled={quarter.from > last || quarter.to < first}
            onClick={() => onPick(quarter)}
            size="sm"
            px={6}
          >
            {periods.name(quarter)}
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  )
}
