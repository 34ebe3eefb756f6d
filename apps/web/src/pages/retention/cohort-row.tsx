import { memo } from 'react'
import type { Cohort } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './cohort.module.css'
import { cellValue, levelOf, type Measure } from './cohort-values.ts'
import { useCohortWords } from './cohort-words.ts'

interface Props {
  cohort: Cohort
  row: number
  /** months after of the cell that is the table's tab stop; `null` when it is in another row */
  stop: number | null
  measure: Measure
  scale: number
  onFocus: (at: { row: number; k: number }) => void
  onTell: (sentence: string) => void
  onOpen: (cohort: Cohort, k: number) => void
}

/** From these levels on a letter is read better in the other colour; the dark scheme turns earlier. */
const inkOf = (level: number) => (level > 67 ? 'strong' : level > 57 ? 'middle' : undefined)

/** The clients of one month along the months after it. */
export const CohortRow = memo(function CohortRow(props: Props) {
  const { cohort, row, stop, measure, scale, onFocus, onTell, onOpen } = props
  const { say, formats } = useWords()
  const words = useCohortWords(measure)
  return (
    <tr data-old={cohort.mayNotBeNew || undefined}>
      <th scope="row" className={classes.month} title={cohort.mayNotBeNew ? say('cohorts.mayNotBeNew') : undefined}>
        {formats.shortMonthYear(`${cohort.month}-01`)}
        {cohort.mayNotBeNew && ' *'}
      </th>
      <td className={classes.size}>{formats.number(cohort.size)}</td>
      {cohort.cells.map((cell) => {
        const value = cellValue(cell, measure)
        const plain = cell.k === 0
        const level = value === null || plain ? 0 : levelOf(value, scale)
        const sentence = words.sentence(cohort, cell)
        return (
          <td key={cell.k}>
            <button
              type="button"
              className={classes.cell}
              style={{ ['--level' as string]: `${level}%` }}
              data-cell={`${row}:${cell.k}`}
              data-ink={inkOf(level)}
              data-plain={plain || undefined}
              data-partial={cell.partial || undefined}
              tabIndex={stop === cell.k ? 0 : -1}
              title={sentence}
              aria-label={sentence}
              onMouseEnter={() => onTell(sentence)}
              onFocus={() => {
                onFocus({ row, k: cell.k })
                onTell(sentence)
              }}
              onClick={() => cell.clients > 0 && onOpen(cohort, cell.k)}
            >
              {value === null ? '—' : words.figure(value)}
            </button>
          </td>
        )
      })}
    </tr>
  )
})
