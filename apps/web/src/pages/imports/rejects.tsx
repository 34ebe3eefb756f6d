import { describeReject } from '@comeback/server/intake/describe'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { rejectsLink } from '../../api/imports.ts'
import type { Import, Inspection } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './imports.module.css'

/** Rows that cannot be used, each with why and what to do. */
export function Rejects({ one, inspection }: { one: Import; inspection: Inspection }) {
  const { say, language, formats } = useWords()
  const { rejects, rejectCount } = inspection
  if (rejectCount === 0) return null
  const numbers = { shown: formats.number(rejects.length), total: formats.number(rejectCount) }
  return (
    <Card flush label={say('imports.rejectsTitle')}>
      <div className={classes.top}>
        <div>
          <h2 className={classes.heading}>
            {say('imports.rejectsTitle')} <span className={classes.amount}>{formats.number(rejectCount)}</span>
          </h2>
          <p className={classes.text}>{say('imports.rejectsText')}</p>
        </div>
        <Button
          component="a"
          href={rejectsLink(one.id, language)}
          download
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {say('imports.downloadRejects')}
        </Button>
      </div>
      <ul className={classes.rejects}>
        {rejects.map((reject) => {
          const { otherRow, ...rest } = reject
          const { reason, remedy } = describeReject(otherRow ? { ...rest, otherRow } : rest, language)
          return (
            <li key={`${reject.row}-${reject.code}-${reject.column}`}>
              <b>
                {say('imports.row')} {formats.number(reject.row)}
              </b>
              <span>
                {reject.column && <em>{reject.column}: </em>}
                {reason} <small>{remedy}</small>
              </span>
            </li>
          )
        })}
      </ul>
      {rejects.length < rejectCount && <p className={classes.more}>{say('imports.rejectsMore', numbers)}</p>}
    </Card>
  )
}
