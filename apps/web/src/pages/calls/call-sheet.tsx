import { fillScript } from '@comeback/server/calls/script'
import { Button, Drawer, Loader } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { takeCall } from '../../api/calls.ts'
import type { Call } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Failure } from '../../components/failure.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './calls.module.css'
import { OutcomeForm } from './outcome-form.tsx'
import { useCallWords } from './use-call-words.ts'

/** One call: whom, why and what to say, and then how it went. It is taken in hand while it is open. */
export function CallSheet({ call, today, close }: { call: Call; today: string; close: () => void }) {
  const { say } = useWords()
  const { name: salon } = useWorkspace()
  const phone = useIsPhone()
  const { nameOf, wishOf, whyOf, lastOf } = useCallWords()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['calls'] })
  const { id } = call
  const { mutate: take, ...taking } = useMutation({ mutationFn: () => takeCall(id, true), onSettled: refresh })
  useEffect(() => take(), [take])
  const leave = () => {
    close()
    if (taking.isSuccess) void takeCall(id, false).finally(refresh)
  }
  const name = nameOf(call)
  const wish = wishOf(call)
  const script = fillScript(call.script, {
    ...{ firstName: call.name.split(/\s+/)[0] ?? '', salon, lastMaster: call.staff ?? '' },
    ...{ lastService: call.service ?? '', daysSince: call.daysSince === null ? '' : String(call.daysSince) },
  })
  return (
    <Drawer
      opened
      onClose={leave}
      position={phone ? 'bottom' : 'right'}
      size={phone ? 'auto' : 460}
      {...(phone ? { radius: 'lg' } : {})}
      title={<b>{name}</b>}
      closeButtonProps={{ 'aria-label': say('common.close') }}
      styles={{ content: { maxHeight: phone ? '94dvh' : undefined } }}
    >
      <div className={classes.sheet}>
        {call.phone && (
          <Button
            component="a"
            href={`tel:${call.phone}`}
            size="md"
            fullWidth
            leftSection={<IconPhone size={20} aria-hidden />}
          >
            {call.phone}
          </Button>
        )}
        <dl className={classes.facts}>
          <dt>{say(wish ? 'calls.asked' : 'calls.why')}</dt>
          <dd>{wish ?? whyOf(call)}</dd>
          {call.wish?.comment && <dd className={classes.comment}>«{call.wish.comment}»</dd>}
          <dt>{say('calls.lastVisit')}</dt>
          <dd>{lastOf(call)}</dd>
          {call.note && (
            <>
              <dt>{say('calls.note')}</dt>
              <dd>{call.note}</dd>
            </>
          )}
        </dl>
        {script && (
          <section className={classes.script} aria-label={say('calls.script')}>
            <small>{say('calls.script')}</small>
            <p>{script}</p>
          </section>
        )}
        {taking.isError ? (
          <Failure error={taking.error} />
        ) : taking.isSuccess ? (
          <OutcomeForm call={call} today={today} done={close} />
        ) : (
          <Loader size="sm" aria-label={say('common.loading')} />
        )}
      </div>
    </Drawer>
  )
}
