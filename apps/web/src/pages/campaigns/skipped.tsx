import { CountButton } from '../../components/count-button.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'

interface Props {
  counts: Partial<Record<string, number>>
  onOpen: (reason: string) => void
}

/** Why people are passed over, the commonest first; each number opens them. */
export function Skipped({ counts, onOpen }: Props) {
  const { words } = useText()
  const reasons: Record<string, string> = words.campaigns.reason
  const rows = Object.entries(counts).filter((row): row is [string, number] => (row[1] ?? 0) > 0)
  if (rows.length === 0) return null
  return (
    <ul className={classes.reasons}>
      {rows
        .sort((a, b) => b[1] - a[1])
        .map(([reason, count]) => (
          <li key={reason}>
            <CountButton count={count} what={reasons[reason] ?? reason} onOpen={() => onOpen(reason)} />{' '}
            {reasons[reason] ?? reason}
          </li>
        ))}
    </ul>
  )
}
