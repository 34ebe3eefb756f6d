import { Button, Drawer, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CampaignPeopleOf, campaignPeopleQuery } from '../../api/campaigns.ts'
import type { CampaignPerson } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './campaigns.module.css'
import styles from './results.module.css'

/** A drawer with the people behind a number of a campaign; closed without one. */
export function CampaignPeoplePanel({ of, onClose }: { of: CampaignPeopleOf | null; onClose: () => void }) {
  const { say, words } = useWords()
  const reasons: Record<string, string> = words.campaigns.reason
  const bands: Record<string, string> = words.campaigns.results.band
  const part = (asked: CampaignPeopleOf) => {
    if (asked.reason) return reasons[asked.reason] ?? asked.reason
    if (!asked.by) return null
    return (asked.by === 'band' && bands[asked.key ?? '']) || asked.key || say('campaigns.results.none')
  }
  const title = of && [say(`campaigns.cell.${of.cell}`), part(of)].filter(Boolean).join(': ')
  return (
    <Drawer
      opened={of !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={<b>{title}</b>}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {of && <People of={of} />}
    </Drawer>
  )
}

function People({ of }: { of: CampaignPeopleOf }) {
  const { say, formats } = useWords()
  const people = useInfiniteQuery(campaignPeopleQuery(of))
  if (people.isError) return <LoadFailed error={people.error} retry={people.refetch} />
  if (!people.data) return <Skeleton height={200} radius="md" aria-label={say('common.loading')} />
  const rows = people.data.pages.flatMap((page) => page.people)
  if (rows.length === 0) return <p className={classes.note}>{say('campaigns.nobody')}</p>
  return (
    <>
      <p className={classes.note}>{say('common.clients', { count: people.data.pages[0]!.total })}</p>
      <ul className={styles.people}>
        {rows.map((person) => (
          <li key={person.id}>
            <Link to="/clients/$id" params={{ id: String(person.id) }}>
              {person.name || `№ ${formats.number(person.id)}`}
            </Link>
            <PersonFacts person={person} />
          </li>
        ))}
      </ul>
      {people.hasNextPage && (
        <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {say('campaigns.more')}
        </Button>
      )}
    </>
  )
}

/** What is known of a person here: how to reach them, when they came last, and what became of their message. */
function PersonFacts({ person }: { person: CampaignPerson }) {
  const { say, formats, words } = useWords()
  const { currency } = useWorkspace()
  const reasons: Record<string, string> = words.campaigns.reason
  const { phone, email, lastVisit, staff, state, reason, detail, visited, revenue } = person
  const facts = [
    phone || email,
    lastVisit && formats.shortDate(lastVisit),
    staff,
    state && say(`campaigns.message.${state}`),
    reason && (reasons[reason] ?? reason),
    detail,
    visited && `${say('campaigns.results.step.visited')}${revenue ? `, ${formats.money(revenue, currency)}` : ''}`,
  ]
  return <small>{facts.filter(Boolean).join(' · ')}</small>
}
