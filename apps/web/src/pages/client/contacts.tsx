import { Button, Text } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import type { Person } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** Phone and e-mail as links that call and write. */
export function Contacts({ client }: { client: Pick<Person, 'phone' | 'email'> }) {
  const { say } = useText()
  if (!client.phone && !client.email) return <Text c="dimmed">{say('client.noContacts')}</Text>
  return (
    <>
      {client.phone && (
        <Button
          component="a"
          href={`tel:${client.phone}`}
          variant="default"
          maw="100%"
          leftSection={<IconPhone size={16} aria-hidden />}
        >
          {client.phone}
        </Button>
      )}
      {client.email && (
        <Button
          component="a"
          href={`mailto:${client.email}`}
          variant="default"
          maw="100%"
          leftSection={<IconMail size={16} aria-hidden />}
        >
          {client.email}
        </Button>
      )}
    </>
  )
}
