import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useText } from '../i18n/index.ts'
import { printPage } from './print-page.ts'

/** Prints the page as it is. */
export function PrintButton() {
  const { say } = useText()
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => void printPage()}
    >
      {say('common.print')}
    </Button>
  )
}
