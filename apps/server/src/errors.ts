/** Every way a request can fail: the HTTP status it answers, and what is wrong with what to do, in English. */
const ERRORS = {
  badRequest: [400, 'A parameter is missing or not valid'],
  malformedJson: [400, 'The body cannot be read as JSON'],
  notJson: [415, 'The body must be JSON: send content-type: application/json'],
  bodyTooLarge: [413, 'The body is larger than this address takes, in bytes'],
  badBase: [400, 'The base period cannot be read: use YYYY-MM, YYYY-Qn, YYYY or YYYY-MM-DD..YYYY-MM-DD'],
  badReturn: [400, 'The return rule cannot be read: use next, a number of days as 60d, or from..to'],
  returnBeforeBaseEnds: [400, 'The return period must begin after the base period ends'],
  badFilter: [
    400,
    'The filter cannot be read: use field:value with staff, service, category, location, source, newness',
  ],
  badAsOf: [400, 'The as-of date cannot be read: use a date that exists, as YYYY-MM-DD'],
  badCursor: [400, 'The cursor is not one of this list: begin again without it'],
  badIdempotencyKey: [400, 'The Idempotency-Key must have 8 to 255 letters, digits or signs: a UUID for one'],
  idempotencyKeyUsed: [422, 'The Idempotency-Key came before with another request: take a new one'],
  requestAtWork: [409, 'The request with this Idempotency-Key has not ended: ask again in a moment'],
  outcomeUnknown: [
    409,
    'The server stopped amid the request with this Idempotency-Key: look whether it was done, else send it with a new key',
  ],
  tooManyRequests: [429, 'Too many requests: wait as many seconds as the header Retry-After says'],
  badExpected: [400, 'The days cannot be read: use YYYY-MM-DD..YYYY-MM-DD'],
  notSignedIn: [401, 'Sign in first'],
  keyUnknown: [401, 'There is no such key: copy it whole, or make another one in the settings'],
  keyExpired: [401, 'The key has expired: make another one in the settings'],
  keyRevoked: [401, 'The key was revoked: make another one in the settings'],
  keyLacksScope: [403, 'The key is not for this: make one with the scope it needs'],
  notAllowed: [403, 'Your role in this workspace does not allow this: ask its owner'],
  planNeeded: [402, 'The plan of this workspace does not have this: its owner can ask the host for another one'],
  workspaceNotFound: [404, 'There is no such workspace on this server'],
  workspaceSuspended: [403, 'The host has suspended this workspace; its data is kept'],
  unknownHost: [421, 'The server does not know this name as its own: set COMEBACK_URL to the address people use'],
  otherSite: [403, 'The request came from another site'],
  registrationClosed: [403, 'Accounts are made by invitation here: ask the owner for a link'],
  registrationByMail: [403, 'Addresses are confirmed here: ask for a mail with POST /api/registration-links'],
  registrationLinkOld: [404, 'The link is too old or not whole: ask for a new mail'],
  emailTaken: [409, 'There is an account with this e-mail: sign in with it'],
  setupCodeWrong: [403, 'The set-up code is wrong: it is on the console of the server and in its data folder'],
  tooManyTries: [429, 'Too many tries: wait a minute'],
  dailyLimit: [429, 'This can be done only so many times in 24 hours: go on tomorrow'],
  weakPassword: [400, 'The password must have 10 to 128 characters'],
  invitationNotFound: [404, 'The link was used, withdrawn or is too old: ask for a new one'],
  memberNotFound: [404, 'There is no such member in this workspace'],
  keyNotFound: [404, 'There is no such key in this workspace'],
  webhookNotFound: [404, 'There is no such webhook in this workspace'],
  deliveryNotFound: [404, 'There is no such delivery: they are kept for 30 days'],
  webhookPrivate: [400, 'The address is of the own network of the server: give one on the internet'],
  tooManyWebhooks: [409, 'There are as many webhooks as a workspace may have: remove one first'],
  badLinkTarget: [400, 'The address of a link must begin with https: or http: and hold no password'],
  unknownField: [400, 'There is no such field to fill in'],
  callNotFound: [404, 'There is no such entry in the call list'],
  callTaken: [409, 'Somebody else is calling this client'],
  callChanged: [409, 'Somebody has written something down here meanwhile: look again'],
  channelNotSetUp: [409, 'The channel is not set up: choose who carries its messages'],
  channelFieldBad: [400, 'A field of the channel is missing or not what it should be'],
  serverMailOff: [409, 'The server has no mail of its own: its operator sets COMEBACK_SMTP'],
  campaignNotFound: [404, 'There is no such campaign in this workspace'],
  campaignChanged: [409, 'Somebody has changed the campaign meanwhile: look at it again'],
  campaignWrongState: [409, 'The campaign is not in a state for this now: look at its state'],
  campaignNotReady: [409, 'The campaign cannot be sent as it is'],
  campaignOwnApproval: [403, 'Who prepared a campaign does not approve it: ask somebody else'],
  automationNotFound: [404, 'There is no such automation in this workspace'],
  automationChanged: [409, 'Somebody has changed the automation meanwhile: look at it again'],
  automationWrongState: [
    409,
    'The automation has to be switched the other way for this: an automation that is on is not changed',
  ],
  automationNotReady: [409, 'The automation cannot be switched on as it is'],
  automationTooMany: [403, 'So many people at once need an owner: switch it on without those from before, or ask one'],
  notPractice: [409, 'Only in a practice salon can days be let go by'],
  currencyDecimals: [
    409,
    'Amounts are kept in minor units: the currency can become only one with as many decimals, another by an import',
  ],
  lastOwner: [409, 'A workspace needs an owner: make somebody else one first'],
  noData: [409, 'There are no visits yet: import a visit file'],
  notFound: [404, 'There is nothing at this address'],
  methodNotAllowed: [405, 'This address does not take this method: the header Allow says which it takes'],
  clientNotFound: [404, 'There is no such client, or the import they came with was undone'],
  bonusTooFew: [409, 'The client has fewer bonuses than that'],
  bonusOverCap: [409, 'Bonuses may pay only a share of the bill: take no more than that'],
  bonusExpiryPast: [400, 'Bonuses cannot end before today: take a later day'],
  bonusTooLittlePaid: [409, 'What was paid is too little for a single bonus by the rules'],
  bonusKeyUsed: [409, 'The key came before with another request: take a new one'],
  bonusOperationNotFound: [404, 'There is no such operation with bonuses in this workspace'],
  bonusNothingLeft: [409, 'Nothing of these bonuses is left to take back'],
  bonusReversedAlready: [409, 'It has been undone already'],
  bonusNotReversible: [409, 'Only giving and redeeming can be undone'],
  groupNotFound: [404, 'There is no such group in this workspace'],
  groupFrozen: [409, 'The group is a frozen list: it has no rule to change'],
  groupLive: [409, 'The group follows a rule: who has come since is out of it by itself, or is meant'],
  groupEmpty: [422, 'There is nobody in it: nobody was found, or all of them are erased'],
  tooManyGroups: [409, 'There are as many groups as a workspace may have: archive one first'],
  importNotFound: [404, 'There is no such import'],
  importNotReady: [409, 'The import is not in a state for this now: look at its state'],
  importRunning: [409, 'Another import is running: wait for it or cancel it'],
  nothingToUndo: [409, 'Only the last finished import can be undone'],
  uploadTooLarge: [413, 'The file is too large: export it in parts, for example by year'],
  emptyUpload: [400, 'The file is empty: export the visits again'],
  diskFull: [507, 'There is no room on the disk: free some and try again'],
  unreadableFile: [422, 'The file could not be read: save it as CSV or XLSX'],
  dataFolderInUse: [409, 'Another Comeback has the data folder open'],
  databaseUnavailable: [503, 'The database does not answer: check that it runs and try again'],
  databaseBusy: [503, 'The database has more to do than it can: try again in a moment'],
  internal: [500, 'Something went wrong on the server; its log says what'],
} as const

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

/** Every code with its HTTP status and its sentence, for documentation. */
export const ERROR_TABLE = ERROR_CODES.map((code) => ({ code, status: ERRORS[code][0], message: ERRORS[code][1] }))

export interface ErrorDetails {
  file?: string
  row?: number
  column?: string
  field?: string
  value?: string
  /** code of the layer below, such as an intake error's */
  reason?: string
  address?: string
  /** what the plan does not have, and the least plan that has it */
  feature?: string
  plan?: string
}

/** A failure a person can do something about; anything else is `internal` and goes to the log only. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.value ? `${ERRORS[code][1]} (${details.value})` : ERRORS[code][1])
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status() {
    return ERRORS[this.code][0]
  }
}

/** Codes of the operating system and PostgreSQL that are about what a person did or can mend. */
const CODES: Record<string, ErrorCode> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  '53100': 'diskFull',
  // no more connections: the pool's own, or the server's
  '53300': 'databaseBusy',
  // a zero byte or half a character: no text PostgreSQL could hold
  '22021': 'badRequest',
  '22P05': 'badRequest',
}

/** PostgreSQL says that it is stopping, starting, or that the connection broke. */
const LOST = /^(57P0[123]|08[0-9A-Z]{3})$/
/** What the system and the driver say of a broken connection; to a database when a query was on its way. */
const UNREACHABLE = /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN)$/
const CUT = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** The failure a person can do something about behind an error, which layers may have wrapped; `null` without one. */
export function knownFailure(error: unknown): AppError | null {
  let isQuery = false
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof AppError) return each
    const systemCode = 'code' in each ? String(each.code) : ''
    const code = CODES[systemCode]
    if (code) return new AppError(code)
    isQuery ||= 'query' in each && 'params' in each
    if (LOST.test(systemCode) || (isQuery && (UNREACHABLE.test(systemCode) || CUT.test(each.message)))) {
      return new AppError('databaseUnavailable')
    }
  }
  return null
}

/** Whether an error is the database's being away or overloaded, which passes: what failed is worth trying again. */
export function isDatabaseTrouble(error: unknown): boolean {
  const code = knownFailure(error)?.code
  return code === 'databaseUnavailable' || code === 'databaseBusy'
}
