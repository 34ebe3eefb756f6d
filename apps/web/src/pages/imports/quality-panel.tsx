import { IconCircleCheck } from '@tabler/icons-react'
import type { Headline, Quality } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Defined } from '../../components/definition.tsx'
import { HeadlineEffects } from '../../components/headline-effects.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './imports.module.css'

const TILES = ['used', 'rejected', 'appointments', 'clients'] as const
const REMARKS = [
  'pastWithoutStatus',
  'withoutClient',
  'withoutPhone',
  'withoutPrice',
  'withoutStaff',
  'withoutBookedAt',
  'probableDuplicates',
  'severalPhones',
  'unreadablePhones',
  'severalBirthdays',
  'unreadableBirthdays',
  'unknownLanguages',
  'placeholderBirthdays',
  'sharedReceipts',
  'refunds',
  'products',
] as const

/** What in the file may move the numbers, shown before any number is. */
export function QualityPanel({ quality, headline }: { quality: Quality; headline: Headline | null }) {
  const { say, formats } = useWords()
  const remarks = [
    ...(['inferred', 'paid'] as const).map((source) => ({ key: source, count: quality.statusSource[source] })),
    ...REMARKS.map((key) => ({ key, count: quality[key] ?? 0 })),
  ].filter(({ count }) => count > 0)
  return (
    <Card label={say('imports.qualityTitle')}>
      <h2 className={classes.heading}>
        <Defined of="quality">{say('imports.qualityTitle')}</Defined>
      </h2>
      <dl className={classes.tiles}>
        {TILES.map((tile) => (
          <div key={tile} data-bad={(tile === 'rejected' && quality.rejected > 0) || undefined}>
            <dt>{say(`imports.quality.${tile}`)}</dt>
            <dd>{formats.number(quality[tile])}</dd>
          </div>
        ))}
        {quality.firstDay && quality.lastDay && (
          <div>
            <dt>{say('imports.quality.span')}</dt>
            <dd>
              {formats.shortDate(quality.firstDay)} – {formats.shortDate(quality.lastDay)}
            </dd>
          </div>
        )}
      </dl>
      {remarks.length === 0 ? (
        <p className={classes.good}>
          <IconCircleCheck size={18} aria-hidden /> {say('imports.qualityGood')}
        </p>
      ) : (
        <ul className={classes.remarks} aria-label={say('imports.remarks')}>
          {remarks.map(({ key, count }) => (
            <li key={key}>
              <b>{formats.number(count)}</b>
              <span>
                {say(`imports.quality.${key}`)} <small>{say(`imports.effect.${key}`)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {headline && headline.effects.length > 0 && (
        <div className={classes.effects}>
          <HeadlineEffects headline={headline} />
        </div>
      )}
    </Card>
  )
}
