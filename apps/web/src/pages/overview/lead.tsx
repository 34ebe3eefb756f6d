import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { MonthHealth } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { capitalised, firstDay, lastFull } from './month.ts'
import classes from './overview.module.css'
import { useLead } from './use-lead.ts'

/** What the latest full month says, in words. */
export function Lead({ months }: { months: MonthHealth[] }) {
  const { say, formats, language } = useWords()
  const sentences = useLead(months)
  const { month } = lastFull(months)
  if (!month) {
    return (
      <Card>
        <p className={classes.lead}>{say('overview.lead.none')}</p>
      </Card>
    )
  }
  const name = capitalised(formats.month(firstDay(month.month)), language)
  return (
    <Card label={name}>
      <h2 className={classes.leadTitle}>{name}</h2>
      <p className={classes.lead}>{sentences.join(' ')}</p>
      <Link to="/retention" search={{ base: month.month, return: 'next' }} className={classes.link!} data-print="no">
        {say('overview.lead.link')} <IconArrowRight size={16} aria-hidden />
      </Link>
    </Card>
  )
}
