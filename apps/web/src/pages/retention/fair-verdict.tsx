import type { FairRow } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import classes from './fair.module.css'
import { type Saying, sayingOf } from './fair-values.ts'
import { useFairWords } from './fair-words.ts'

export type VerdictTone = 'good' | 'bad' | 'plain' | 'quiet'

const TONES: Record<Saying, VerdictTone> = {
  wellBelow: 'bad',
  below: 'bad',
  asExpected: 'plain',
  above: 'good',
  wellAbove: 'good',
  tooFew: 'quiet',
  alone: 'quiet',
}
const SIGNS: Partial<Record<Saying, string>> = { wellBelow: '↓↓ ', below: '↓ ', above: '↑ ', wellAbove: '↑↑ ' }

export const toneOfVerdict = (row: FairRow): VerdictTone => TONES[sayingOf(row)]

/** The verdict in words; colour and arrow only repeat them. */
export function FairVerdict({ row }: { row: FairRow }) {
  const { verdict } = useFairWords([])
  return (
    <span className={classes.verdict} data-tone={toneOfVerdict(row)}>
      <span aria-hidden>{SIGNS[sayingOf(row)]}</span>
      {verdict(row)}
    </span>
  )
}

/** In the table of raw rates, where there is little room: a finding of the fair comparison below it. */
export function FairMark({ row }: { row: FairRow | undefined }) {
  const { say } = useText()
  const { verdict } = useFairWords([])
  if (!row || row.verdict === 'asExpected' || row.verdict === 'tooFew') return null
  return (
    <span
      className={classes.verdict}
      data-tone={toneOfVerdict(row)}
      title={say('fair.inTable', { verdict: verdict(row) })}
    >
      <span aria-hidden>{SIGNS[row.verdict]}</span>
      {say(`fair.short.${row.verdict}`)}
    </span>
  )
}
