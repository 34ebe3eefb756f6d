import { canSayGo } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPause } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sayGo } from '../api/waits.ts'
import { useErrorText } from '../components/error-text.ts'
import { useSure } from '../components/use-sure.tsx'
import { useWords } from '../i18n/period-words.ts'
import classes from './banners.module.css'
import { useSession } from './session-context.tsx'
import { useWorkspace } from './workspace-context.tsx'

/** That the salon does nothing by itself until an owner says go: it is a restored copy, or the clock has jumped. */
export function WaitsBanner() {
  const { say, formats } = useWords()
  const { waits } = useWorkspace()
  const { actor } = useSession()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const sure = useSure()
  const go = useMutation({
    mutationFn: sayGo,
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  if (!waits) return null
  const isCopy = waits.for === 'restored'
  const dates = {
    date: formats.moment(waits.since),
    from: formats.moment(waits.since),
    to: formats.moment(new Date().toISOString()),
  }
  const yes = say(isCopy ? 'waits.restoredYes' : 'waits.dateYes')
  const ask = () =>
    sure({
      question: say(isCopy ? 'waits.restoredSure' : 'waits.dateSure', dates),
      yes,
      isDanger: isCopy,
      onYes: () => go.mutate(waits.for),
    })
  return (
    <div className={classes.banner} role="status" data-print="no">
      <IconPlayerPause size={17} aria-hidden />
      <span>{say(isCopy ? 'waits.restored' : 'waits.date', dates)}</span>
      {canSayGo(actor) ? (
        <Button size="compact-xs" variant="default" loading={go.isPending} onClick={ask}>
          {yes}
        </Button>
      ) : (
        <span>{say('waits.askOwner')}</span>
      )}
    </div>
  )
}
