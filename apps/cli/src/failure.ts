/** Ends a command with one clear line on stderr. Exit code 2: bad usage or unreadable input. */
export class Failure extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 2) {
    super(message)
    this.exitCode = exitCode
  }
}
