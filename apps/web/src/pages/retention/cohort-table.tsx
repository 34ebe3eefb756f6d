import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react'
import type { Cohort } from '../../api/types.ts'
import { Defined } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './cohort.module.css'
import { CohortRow } from './cohort-row.tsx'
import { averagesOf, type Measure, scaleOf } from './cohort-values.ts'
import { useCohortWords } from './cohort-words.ts'

interface Props {
  /** all there are, for the averages, and those in the table */
  cohorts: readonly Cohort[]
  shown: readonly Cohort[]
  measure: Measure
  onTell: (sentence: string | null) => void
  onOpen: (cohort: Cohort, k: number) => void
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Months by months after, coloured by their value. One cell is a tab stop; the arrow keys move between them. */
export const CohortTable = memo(function CohortTable({ cohorts, shown, measure, onTell, onOpen }: Props) {
  const { say } = useWords()
  const words = useCohortWords(measure)
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, k: 0 })
  const columns = shown[0]?.cells.length ?? 0
  const averages = useMemo(() => averagesOf(cohorts, measure, columns), [cohorts, measure, columns])
  const scale = useMemo(() => scaleOf(shown, measure), [shown, measure])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    const next = table.current?.querySelector<HTMLElement>(`[data-cell="${at.row + step[0]}:${at.k + step[1]}"]`)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        className={classes.table}
        aria-label={say('cohorts.title')}
        onKeyDown={onKeyDown}
        onMouseLeave={() => onTell(null)}
        onBlur={() => onTell(null)}
      >
        <thead>
          <tr>
            <td colSpan={2} />
            <th colSpan={columns} scope="colgroup" className={classes.after}>
              {say('cohorts.after')}
            </th>
          </tr>
          <tr>
            <th scope="col" className={classes.month}>
              {say('cohorts.month')}
            </th>
            <th scope="col" className={classes.size}>
              <Defined of="newness">{say('cohorts.size')}</Defined>
            </th>
            {averages.map(({ k }) => (
              <th key={k} scope="col" title={words.after(k)}>
                {k}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={classes.average}>
            <th scope="row" className={classes.month}>
              {say('cohorts.average')}
            </th>
            <td />
            {averages.map((average) => (
              <td key={average.k} title={words.averageSentence(average)}>
                {average.value === null ? '—' : words.figure(average.value)}
              </td>
            ))}
          </tr>
          {shown.map((cohort, row) => (
            <CohortRow
              key={cohort.month}
              cohort={cohort}
              row={row}
              stop={at.row === row ? at.k : null}
              measure={measure}
              scale={scale}
              onFocus={setAt}
              onTell={onTell}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
})
