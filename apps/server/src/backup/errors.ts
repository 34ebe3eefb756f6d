import { knownFailure } from '../errors.ts'

/** Why a backup could not be made or restored, in a sentence for the person at the terminal. */
export class BackupError extends Error {}

/** A full disk as a sentence that says where it is full; anything else as it was. */
export function sayRoom(error: unknown, place: string): unknown {
  return knownFailure(error)?.code === 'diskFull'
    ? new BackupError(`there is no room for the rows in ${place}: free some and try again; nothing was changed`)
    : error
}
