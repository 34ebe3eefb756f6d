import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLink, IconPrinter } from '@tabler/icons-react'
import { stringifySearch } from '../../app/search-text.ts'
import { copyText } from '../../components/copy-text.ts'
import { printPage } from '../../components/print-page.ts'
import { useText } from '../../i18n/index.ts'
import { useRetention } from './use-retention.ts'

/** Share and print. The copied address names the period and rule outright, so it shows the same next month too. */
export function PageActions() {
  const { say } = useText()
  const { search, question } = useRetention()
  const share = async () => {
    const { base, return: rule } = question
    const link = window.location.origin + window.location.pathname + stringifySearch({ ...search, base, return: rule })
    await copyText(link)
    notifications.show({ message: say('common.linkCopied') })
  }
  return (
    <>
      <Button
        variant="default"
        size="sm"
        visibleFrom="md"
        leftSection={<IconLink size={16} aria-hidden />}
        onClick={() => void share()}
      >
        {say('common.share')}
      </Button>
      <ActionIcon
        variant="default"
        size={40}
        hiddenFrom="md"
        aria-label={say('common.share')}
        onClick={() => void share()}
      >
        <IconLink size={19} stroke={1.7} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        size="sm"
        visibleFrom="md"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void printPage()}
      >
        {say('common.print')}
      </Button>
    </>
  )
}
