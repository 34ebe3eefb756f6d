import type { Counts } from '../../api/types.ts'

/** METRICS, ground rule 7: below this a rate is shown greyed and takes no part in rankings. */
const ENOUGH_CLIENTS = 10

export const isTooFew = (counts: Pick<Counts, 'served'>) => counts.served < ENOUGH_CLIENTS
