import { drawn } from '../groups/match/match-share.ts'

/**
 * Whether a client is held out of an automation. It is drawn from the seed and the client's number alone: whoever is held
 * out once always is, in whatever order occasions come, and those written to never become those one compares with.
 */
export const isHeldOut = (seed: number, clientId: number, share: number): boolean => drawn(seed, clientId) < share
