import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../i18n/index.ts'
import { useErrorText } from './error-text.ts'

/** What went wrong, in words, and the way to try again. */
export function LoadFailed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { say } = useText()
  const errorText = useErrorText()
  return (
    <Alert color="red" variant="light" radius="lg" icon={<IconAlertTriangle aria-hidden />} title={say('errors.title')}>
      <p style={{ margin: '0 0 12px' }}>{errorText(error)}</p>
      <Button size="xs" variant="default" onClick={() => void retry()}>
        {say('common.retry')}
      </Button>
    </Alert>
  )
}
