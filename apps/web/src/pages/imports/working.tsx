import { Alert, Button, Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { cancelImport } from '../../api/imports.ts'
import type { Import } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './imports.module.css'
import { useImportAction } from './use-import-action.ts'

/** The server is at it: how far it is, and a way to stop. */
export function Working({ one }: { one: Import }) {
  const { say, formats } = useWords()
  const errorText = useErrorText()
  const cancel = useImportAction(() => cancelImport(one.id))
  const { progress, state } = one
  const share = progress && progress.total > 0 ? progress.done / progress.total : null
  const stoppable = state === 'inspecting' || state === 'storing'
  return (
    <Card>
      <div className={classes.working} role="status">
        <b className={classes.doing}>{say(`imports.state.${state}`)}…</b>
        <Progress
          value={share === null ? 100 : share * 100}
          animated={share === null}
          striped={share === null}
          size="lg"
          radius="xl"
          aria-label={say(`imports.state.${state}`)}
        />
        <span className={classes.far}>
          {progress && share !== null
            ? `${say('imports.progress', { done: formats.number(progress.done), total: formats.number(progress.total) })} · ${formats.percent(share)}`
            : say('common.loading')}
        </span>
        {stoppable && (
          <Button variant="default" size="sm" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {say('imports.stop')}
          </Button>
        )}
        {cancel.error && <Failure error={cancel.error} />}
        {state === 'storing' && one.error && (
          <Alert color="orange" variant="light" radius="lg" icon={<IconAlertTriangle aria-hidden />}>
            {errorText(one.error)} {say('imports.goesOn')}
          </Alert>
        )}
      </div>
    </Card>
  )
}
