import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { comparisonQuery } from '../../api/queries.ts'
import type { FairRow } from '../../api/types.ts'
import { toneOfVerdict } from './fair-verdict.tsx'
import { useRetention } from './use-retention.ts'

/** Masters whose rate is better or worse than their clients explain, by name; none where that cannot be said. */
export function useFairFindings(wanted: boolean): ReadonlyMap<string | null, FairRow> {
  const { question } = useRetention()
  const comparison = useQuery({ ...comparisonQuery(question), enabled: wanted })
  return useMemo(() => {
    const rows = comparison.data && 'rows' in comparison.data ? comparison.data.rows : []
    const isFinding = (row: FairRow) => ['good', 'bad'].includes(toneOfVerdict(row))
    return new Map(rows.filter(isFinding).map((row) => [row.key, row]))
  }, [comparison.data])
}
