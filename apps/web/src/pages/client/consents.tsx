import { canKeepConsents } from '@comeback/server/permissions'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { consentsQuery } from '../../api/privacy.ts'
import { CHANNELS, type ClientLanguage, type Consents as Known, PURPOSES } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { Card } from '../../components/card.tsx'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './client.module.css'
import { ConsentForm } from './consent-form.tsx'
import { ConsentHistory } from './consent-history.tsx'
import consentClasses from './consents.module.css'
import { MessageLanguage } from './message-language.tsx'

/** What the client agreed to by channel and purpose, how that came about, and a way to write down what they say now. */
export function Consents({ id, language }: { id: string; language: ClientLanguage }) {
  const { say } = useText()
  const may = useMay()
  const allowed = may(canKeepConsents)
  const consents = useQuery({ ...consentsQuery(id), enabled: allowed })
  if (!allowed) return null
  return (
    <Card label={say('privacy.consents')}>
      <h2 className={classes.heading}>{say('privacy.consents')}</h2>
      {consents.isError ? (
        <Failure error={consents.error} />
      ) : consents.data ? (
        <>
          <Standing consents={consents.data} />
          <MessageLanguage id={id} language={language} />
          <ConsentForm id={id} />
          <ConsentHistory history={consents.data.history} />
        </>
      ) : (
        <Skeleton height={160} aria-label={say('common.loading')} />
      )}
    </Card>
  )
}

function Standing({ consents }: { consents: Known }) {
  const { say } = useText()
  return (
    <table className={consentClasses.standing}>
      <thead>
        <tr>
          <th scope="col">{say('privacy.channel')}</th>
          {PURPOSES.map((purpose) => (
            <th key={purpose} scope="col">
              {say(`privacy.purpose.${purpose}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CHANNELS.map((channel) => (
          <tr key={channel}>
            <th scope="row">{say(`privacy.channels.${channel}`)}</th>
            {PURPOSES.map((purpose) => (
              <Cell key={purpose} of={consents.standing.find((e) => e.channel === channel && e.purpose === purpose)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ of: state }: { of: Known['standing'][number] | undefined }) {
  const { say } = useText()
  if (!state) return <td />
  const why = state.granted === null ? 'silent' : state.granted ? 'granted' : 'withdrawn'
  return (
    <td data-may={state.mayContact || undefined}>
      {say(state.mayContact ? 'privacy.may' : 'privacy.mayNot')}
      <small>{say(`privacy.why.${why}`)}</small>
    </td>
  )
}
