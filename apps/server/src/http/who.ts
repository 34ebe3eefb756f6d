/** Who does something, as the log of actions keeps it; the name is as it was then. */
export type Who =
  | { kind: 'user'; id: string; name: string }
  | { kind: 'apiKey'; id: string; name: string }
  /** the command line on the server's machine */
  | { kind: 'commandLine' }
  /** the server itself, by a rule somebody set */
  | { kind: 'system' }
  /** somebody looking at the demo salon without an account */
  | { kind: 'stranger' }
