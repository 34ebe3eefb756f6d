import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { printPage } from '../../components/print-page.ts'
import { useText } from '../../i18n/index.ts'

export function PrintList() {
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
