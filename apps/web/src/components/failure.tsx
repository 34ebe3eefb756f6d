import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useErrorText } from './error-text.ts'

/** What went wrong with something a person did, and what to do. */
export function Failure({ error }: { error: unknown }) {
  const errorText = useErrorText()
  return (
    <Alert color="red" variant="light" radius="lg" mt="md" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      {errorText(error)}
    </Alert>
  )
}
