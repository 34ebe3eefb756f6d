/** Why a backup could not be made or restored, in a sentence for the person at the terminal. */
export class BackupError extends Error {}
