import { canSeeQuality } from '@comeback/server/permissions'
import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { qualityQuery } from '../../api/queries.ts'
import type { WorkspaceQuality } from '../../api/types.ts'
import { NotForYou } from '../../app/not-for-you.tsx'
import { useMay } from '../../app/session-context.tsx'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { HeadlineEffects } from '../../components/headline-effects.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { NoBook } from '../../components/no-book.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useText } from '../../i18n/index.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './quality.module.css'

/** How far the data can be trusted: what is doubtful, and what the headline rate would be without it. */
export function QualityPage() {
  const { say } = useText()
  const may = useMay()
  return may(canSeeQuality) ? <Quality /> : <NotForYou title={say('nav.quality')} />
}

function Quality() {
  const { say, formats } = useWords()
  const { asOf, dataThrough } = useWorkspace()
  const quality = useQuery({ ...qualityQuery, enabled: dataThrough !== null })
  if (dataThrough === null) return <NoBook title={say('nav.quality')} />
  return (
    <>
      <PageHeader
        title={say('nav.quality')}
        actions={
          <Button component={Link} to="/import" variant="default">
            {say('nav.import')}
          </Button>
        }
      >
        {say('quality.intro', { date: formats.date(asOf) })}
      </PageHeader>
      {quality.isError ? (
        <LoadFailed error={quality.error} retry={quality.refetch} />
      ) : !quality.data ? (
        <Skeleton height={320} radius="lg" />
      ) : (
        <Found quality={quality.data} />
      )}
    </>
  )
}

const COUNTS = ['clients', 'lines', 'withoutClient', 'products', 'withBirthday', 'placeholderBirthdays'] as const
/** What a salon may have none of is shown where it has. */
const SHOWN_IF_ANY: readonly string[] = ['products', 'withBirthday', 'placeholderBirthdays']

function Found({ quality }: { quality: WorkspaceQuality }) {
  const { say, formats } = useWords()
  return (
    <>
      <Card label={say('quality.inBook')}>
        <dl className={classes.tiles}>
          {COUNTS.filter((each) => !SHOWN_IF_ANY.includes(each) || quality[each] > 0).map((each) => (
            <div key={each}>
              <dt>{say(`quality.counts.${each}`)}</dt>
              <dd>{formats.number(quality[each])}</dd>
            </div>
          ))}
        </dl>
        {quality.withoutClient > 0 && <p className={classes.note}>{say('quality.anonymous')}</p>}
        {quality.placeholderBirthdays > 0 && <p className={classes.note}>{say('quality.placeholders')}</p>}
      </Card>
      <Card label={say('quality.effects')}>
        {quality.headline.effects.length === 0 ? (
          <p className={classes.good}>
            <IconCircleCheck size={18} aria-hidden /> {say('quality.good')}
          </p>
        ) : (
          <HeadlineEffects headline={quality.headline} />
        )}
      </Card>
    </>
  )
}
