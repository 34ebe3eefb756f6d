import { Button, Skeleton } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { clientQuery } from '../../api/queries.ts'
import { ApiError } from '../../api/request.ts'
import { GapPicture } from '../../charts/gap-picture.tsx'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { usePersonName } from '../../components/people/person-name.ts'
import { useWords } from '../../i18n/period-words.ts'
import { Bonuses } from './bonuses.tsx'
import { Chats } from './chats.tsx'
import classes from './client.module.css'
import { Consents } from './consents.tsx'
import { Contacts } from './contacts.tsx'
import { Favourites } from './favourites.tsx'
import { History } from './history.tsx'
import { PersonalData } from './personal-data.tsx'
import { Replies } from './replies.tsx'
import { SurveyAnswers } from './survey-answers.tsx'
import { Tiles } from './tiles.tsx'

const route = getRouteApi('/clients/$id')

/** One client: how to reach them, their rhythm, with whom and for what they come. */
export function ClientPage() {
  const { say } = useWords()
  const { id } = route.useParams()
  const nameOf = usePersonName()
  const card = useQuery(clientQuery(id))
  if (card.error instanceof ApiError && card.error.status === 404) {
    return (
      <Empty icon={IconUserOff} title={say('client.notFoundTitle')} text={say('client.notFoundText')}>
        <Button component={Link} to="/clients" variant="default">
          {say('nav.allClients')}
        </Button>
      </Empty>
    )
  }
  if (card.isError) return <LoadFailed error={card.error} retry={card.refetch} />
  if (!card.data) return <Skeleton height={420} radius="lg" aria-label={say('common.loading')} />
  const { client, forecast, appointments, visitDays } = card.data
  return (
    <>
      <PageHeader title={nameOf(client)} actions={client.erased ? undefined : <Contacts client={client} />}>
        {client.erased && say('privacy.erasedText')}
      </PageHeader>
      <Tiles client={client} forecast={forecast} />
      <Card label={say('client.gaps')}>
        <h2 className={classes.heading}>{say('client.gaps')}</h2>
        <GapPicture visitDays={visitDays} expectedOn={client.expectedOn} state={client.state} />
      </Card>
      <Bonuses id={id} erased={client.erased} />
      <div className={classes.columns}>
        <Card flush label={say('client.history')}>
          <h2 className={classes.flushHeading}>{say('client.history')}</h2>
          <History appointments={appointments} />
        </Card>
        <div>
          <Favourites title={say('client.masters')} appointments={appointments} of="staff" />
          <Favourites title={say('client.services')} appointments={appointments} of="service" />
        </div>
      </div>
      <SurveyAnswers id={id} />
      {!client.erased && <Replies id={id} />}
      {!client.erased && <Consents id={id} language={client.language} />}
      {!client.erased && <Chats id={id} />}
      <PersonalData id={id} name={nameOf(client)} erased={client.erased} />
    </>
  )
}
