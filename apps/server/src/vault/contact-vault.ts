/** How contacts stand in the database: as they are, or sealed with a key that is kept outside of it. */
export interface ContactVault {
  /** whether there is a key */
  sealing: boolean
  /**
   * A text as it is stored; '' stays ''. One text sealed for one `context` (say, a field of a client) is always stored
   * alike, so that storing it again changes nothing; elsewhere it looks different.
   */
  seal(text: string, context: string): string
  /** The text behind what is stored. */
  open(stored: string): string
  /** What to store in place of a text that identifies a client: equal for equal texts, and with a key says nothing. */
  keyOf(text: string): string
}

/** Without a key: everything is stored as it is. */
export const PLAIN_VAULT: ContactVault = {
  sealing: false,
  seal: (text) => text,
  open: (stored) => stored,
  keyOf: (text) => text,
}
