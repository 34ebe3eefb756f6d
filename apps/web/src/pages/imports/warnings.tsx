import { fieldName } from '@comeback/server/intake/describe'
import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Inspection } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** What must or should be settled before confirming. */
export function Warnings({ inspection }: { inspection: Inspection }) {
  const { say, language } = useText()
  const name = (field: Parameters<typeof fieldName>[0]) => fieldName(field, language)
  const must = [
    ...(inspection.missing.length > 0
      ? [say('imports.missing', { fields: inspection.missing.map(name).join(', ') })]
      : []),
    ...inspection.ambiguous.map(({ field, columns }) =>
      say('imports.ambiguous', { field: name(field), columns: columns.join(', ') }),
    ),
  ]
  const { assumedStatus } = inspection
  const should = [
    ...(inspection.dateOrderDoubtful ? [say('imports.dateOrderDoubtful')] : []),
    ...(assumedStatus ? [say('imports.assumedStatus', { status: say(`client.status.${assumedStatus}`) })] : []),
  ]
  if (must.length + should.length === 0) return null
  return (
    <Stack gap="xs" mt="md">
      {must.map((text) => (
        <Alert key={text} color="red" radius="lg" icon={<IconAlertTriangle aria-hidden />}>
          {text}
        </Alert>
      ))}
      {should.map((text) => (
        <Alert key={text} color="yellow" radius="lg" icon={<IconAlertTriangle aria-hidden />}>
          {text}
        </Alert>
      ))}
    </Stack>
  )
}
