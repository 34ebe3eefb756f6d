import type { Workspace } from '../api/types.ts'

/** Data that ends on yesterday is usual, of a weekend too; beyond that people have to be told. */
const STALE_FROM_DAYS = 3

/** Whether what is shown is too old to be taken for today's; the demo and practice salons live on a day of their own. */
export const isStale = ({ daysBehind }: Pick<Workspace, 'daysBehind'>): boolean => daysBehind >= STALE_FROM_DAYS
