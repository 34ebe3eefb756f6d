/** What the log says of an error: where it came from and of which kind, without the data it stumbled over. */
export interface ErrorFacts {
  name: string
  /** of the operating system or PostgreSQL (SQLSTATE) */
  code?: string
  message?: string
  /** the statement without its parameters */
  query?: string
  table?: string
  constraint?: string
  stack: string[]
  cause?: ErrorFacts
}

const LONGEST = 500
const DEEPEST = 5
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/
/** SQLSTATE classes whose messages quote values: data exceptions and broken constraints. */
const QUOTING_CLASSES = ['22', '23']
/** Errors of parsers of JSON, URLs, dates, time zones and currencies, whose messages quote them too. */
const QUOTING_NAMES = ['SyntaxError', 'RangeError', 'URIError']

/**
 * Describes an error for the log. Messages of parsers and of PostgreSQL's data errors quote what they were given, and
 * Drizzle's list every parameter, so those are left out; from other messages e-mails and phone numbers are.
 */
export function describeError(thrown: unknown, depth = 0): ErrorFacts {
  if (!(thrown instanceof Error)) return { name: typeof thrown, stack: [] }
  const { code, query, params, table, constraint } = thrown as Error & Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined)
  const isQuery = params !== undefined && text(query) !== undefined
  const facts = {
    code: text(code),
    message: isQuery || quotesData(thrown, text(code)) ? undefined : text(masked(thrown.message)),
    query: isQuery ? text(query) : undefined,
    table: text(table),
    constraint: text(constraint),
  }
  return {
    name: thrown.name,
    ...(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<ErrorFacts>),
    stack: framesOf(thrown),
    ...(thrown.cause !== undefined && depth < DEEPEST && { cause: describeError(thrown.cause, depth + 1) }),
  }
}

/** SQLSTATE, or the code of a broken connection, that an error or what caused it carries; `null` without one. */
export function databaseCode(facts: ErrorFacts): string | null {
  const { code, cause } = facts
  if (code && (SQLSTATE.test(code) || /^E(CONN|PIPE|HOST|NOTFOUND|TIMEDOUT)/.test(code))) return code
  return cause ? databaseCode(cause) : null
}

function quotesData(error: Error, code: string | undefined): boolean {
  if (QUOTING_NAMES.includes(error.name)) return true
  return code !== undefined && SQLSTATE.test(code) && QUOTING_CLASSES.includes(code.slice(0, 2))
}

function masked(message: string): string {
  return message.replaceAll(/[^\s"'<>()]+@[^\s"'<>()]+/g, '[e-mail]').replaceAll(/\+?\d[\d ()-]{7,}\d/g, '[number]')
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
