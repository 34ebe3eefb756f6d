import { Button, Group, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconExternalLink } from '@tabler/icons-react'
import { copyText } from '../../components/copy-text.ts'
import { useText } from '../../i18n/index.ts'

/** The address of the request page for everybody, to be put where clients look. */
export function PublicAddress({ url }: { url: string }) {
  const { say } = useText()
  const copy = async () => {
    await copyText(url)
    notifications.show({ message: say('booking.copied') })
  }
  return (
    <div>
      <TextInput
        label={say('booking.publicUrl')}
        readOnly
        value={url}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group gap={8} mt={8}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {say('booking.copy')}
        </Button>
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noopener"
          variant="subtle"
          size="sm"
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          {say('booking.open')}
        </Button>
      </Group>
    </div>
  )
}
