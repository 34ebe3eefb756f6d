import { Drawer, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { useIsPhone } from './use-is-phone.ts'

interface Props {
  title: string
  button: (open: () => void) => ReactNode
  children: (close: () => void) => ReactNode
}

/** Something to choose from: hangs under its button, on a phone rises from the bottom. */
export function Panel({ title, button, children }: Props) {
  const { say } = useText()
  const phone = useIsPhone()
  const [opened, panel] = useDisclosure(false)
  if (phone) {
    return (
      <>
        {button(panel.open)}
        <Drawer
          opened={opened}
          onClose={panel.close}
          position="bottom"
          size="auto"
          radius="lg"
          title={<b>{title}</b>}
          closeButtonProps={{ 'aria-label': say('common.close') }}
          styles={{ content: { maxHeight: '88dvh' } }}
        >
          {children(panel.close)}
        </Drawer>
      </>
    )
  }
  return (
    <Popover opened={opened} onChange={panel.set} trapFocus shadow="lg" radius="lg" position="bottom-start">
      <Popover.Target>{button(panel.toggle)}</Popover.Target>
      <Popover.Dropdown style={{ maxHeight: 'min(74vh, 600px)', overflowY: 'auto' }}>
        {children(panel.close)}
      </Popover.Dropdown>
    </Popover>
  )
}
