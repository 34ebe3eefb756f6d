import type { AppType } from '@comeback/server'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'

/**
 * What the server takes and answers, told by its own routes: the contract is written once, there. Dates are local
 * days `YYYY-MM-DD`, money is integer minor units, absent is null.
 */
type Api = ReturnType<typeof hc<AppType>>['api']
type Answer<Route> = InferResponseType<Route, 200>

export type Day = string

export type Session = Answer<Api['session']['$get']>
export type Members = Answer<Api['members']['$get']>
export type Member = Members['members'][number]
export type Rights = Pick<Member, 'role' | 'staff' | 'seesContacts' | 'locations'>

export type Consents = Answer<Api['clients'][':id']['consents']['$get']>
export type ConsentChange = InferRequestType<Api['clients'][':id']['consents']['$post']>['json']
type Standing = Consents['standing'][number]
export const CHANNELS = [
  'email',
  'sms',
  'telegram',
  'whatsapp',
  'viber',
  'call',
] as const satisfies Standing['channel'][]
export const PURPOSES = ['marketing', 'reminders'] as const satisfies Standing['purpose'][]
/** How people hear of a consent; files bring theirs. */
export const CONSENT_SOURCES = ['administrator', 'paper', 'clientLink', 'stopReply'] as const satisfies NonNullable<
  ConsentChange['source']
>[]

export type AuditPage = Answer<Api['audit']['$get']>
export type AuditEvent = AuditPage['events'][number]
export type AuditAction = AuditEvent['action']

export type BonusRules = Answer<Api['bonuses']['rules']['$get']>
export type BonusLiability = Answer<Api['bonuses']['$get']>
export type BonusOperations = Answer<Api['bonuses']['operations']['$get']>
export type BonusStatement = Answer<Api['clients'][':id']['bonuses']['$get']>
export type BonusOperation = BonusStatement['operations'][number]
export type BonusGift = InferRequestType<Api['clients'][':id']['bonuses']['accruals']['$post']>['json']
export type BonusPayment = InferRequestType<Api['clients'][':id']['bonuses']['redemptions']['$post']>['json']
export type BonusesForMany = InferRequestType<Api['bonuses']['accruals']['$post']>['json']
export type GroupChoices = Answer<Api['groups']['$get']>
export type BonusesPreview = Answer<Api['bonuses']['accruals']['preview']['$post']>
export type Channels = Answer<Api['channels']['$get']>
export type Channel = Channels['channels'][number]
export type ChannelName = Channel['channel']
export type ChannelChange = InferRequestType<Api['channels'][':channel']['$patch']>['json']
export type ChannelOutcome = Answer<Api['channels'][':channel']['test']['$post']>
export type ClientChats = Answer<Api['clients'][':id']['chats']['$get']>

export type ApiKeys = Answer<Api['keys']['$get']>
export type ApiKey = ApiKeys['keys'][number]
export type NewKey = InferRequestType<Api['keys']['$post']>['json']
export type MadeKey = Answer<Api['keys']['$post']>
export type Webhooks = Answer<Api['webhooks']['$get']>
export type Webhook = Webhooks['webhooks'][number]
export type WebhookEvent = Webhook['events'][number]
export type NewWebhook = InferRequestType<Api['webhooks']['$post']>['json']
export type MadeWebhook = Answer<Api['webhooks']['$post']>
export type Deliveries = Answer<Api['webhooks'][':id']['deliveries']['$get']>
export type Delivery = Deliveries['deliveries'][number]
export type HostedPage = Answer<Api['host']['workspaces']['$get']>
export type Hosted = HostedPage['workspaces'][number]
export type Plan = NonNullable<Hosted['plan']>
export type HostChanges = Answer<Api['host']['workspaces'][':id']['changes']['$get']>

export type Workspace = Answer<Api['workspace']['$get']>
export type Report = Answer<Api['reports']['retention']['$get']>
export type Row = Report['total']
export type Counts = Row['new']
export type PreviousReport = NonNullable<Report['previous']>
export type Flows = Answer<Api['reports']['flows']['$get']>
export type FlowRow = Flows['rows'][number]

export type MonthHealth = Answer<Api['reports']['health']['$get']>['months'][number]
export type Rebooking = Answer<Api['reports']['rebooking']['$get']>
export type RebookingReport = Extract<Rebooking, { total: unknown }>
export type RebookingRow = RebookingReport['total']
export const REBOOKING_GROUPINGS = [
  'staff',
  'service',
  'category',
  'location',
  'source',
  'newness',
  'weekday',
  'bookedBy',
] as const satisfies NonNullable<InferRequestType<Api['reports']['rebooking']['$get']>['query']['by']>[]
export type RebookingGrouping = (typeof REBOOKING_GROUPINGS)[number]
type RebookingCounted = NonNullable<InferRequestType<Api['reports']['rebooking']['people']['$get']>['query']['count']>
/** The counts of the rebooking rate that open into their people. */
export const REBOOKING_COUNTS = [
  'visits',
  'rebooked',
  'notRebooked',
  'rebookedSame',
  'kept',
] as const satisfies RebookingCounted[]
export type RebookingCount = (typeof REBOOKING_COUNTS)[number]
export type ToolNumber = Answer<Api['reports']['other-tools']['$get']>['tools'][number]

type Counted = NonNullable<InferRequestType<Api['reports']['people']['$get']>['query']['outcome']>
/** The outcomes that share out the served clients, in the order every picture draws them. */
export const PARTS = ['returned', 'outside', 'booked', 'open', 'lost'] as const satisfies Counted[]
export type Part = (typeof PARTS)[number]
/** Every count of a report that the page opens into its people. */
export const OUTCOMES = ['served', 'missed', 'returnedSame', ...PARTS] as const satisfies Counted[]
export type Outcome = (typeof OUTCOMES)[number]
/** The counts of the flows, which can be opened as well. */
const FLOW_OUTCOMES = ['stayed', 'moved'] as const
export const COUNTS = [...OUTCOMES, ...FLOW_OUTCOMES] as const
export type Count = (typeof COUNTS)[number]

type Groupings = Exclude<Report['by'], 'all'>
export const GROUPINGS = [
  'staff',
  'service',
  'category',
  'location',
  'source',
  'newness',
] as const satisfies Groupings[]
export type Grouping = (typeof GROUPINGS)[number]

export type Curve = Answer<Api['reports']['curve']['$get']>
export type CurveGroup = Curve['groups'][number]
export const CURVE_GROUPINGS = ['all', ...GROUPINGS, 'firstMonth'] as const satisfies NonNullable<
  InferRequestType<Api['reports']['curve']['$get']>['query']['by']
>[]
export type CurveGrouping = (typeof CURVE_GROUPINGS)[number]
export type Cohorts = Answer<Api['reports']['cohorts']['$get']>
export type Cohort = Cohorts['cohorts'][number]
export type CohortCell = Cohort['cells'][number]
export type Comparison = Answer<Api['reports']['comparison']['$get']>
export type FairRow = Extract<Comparison, { rows: unknown }>['rows'][number]

type Listed = Answer<Api['clients']['$get']>['rows'][number]
type Behind = Answer<Api['reports']['people']['$get']>['rows'][number]
/** A client on a list; those behind a number also say what became of them. Unknown name, phone and e-mail are ''. */
export type Person = Listed & Partial<Pick<Behind, 'outcome' | 'anchor' | 'isNew'>>
export interface PeoplePage {
  total: number
  forecast: ForecastState
  rows: Person[]
  next: string | null
}
export type Lifetime = Answer<Api['reports']['lifetime']['$get']>
export type Risk = Answer<Api['reports']['risk']['$get']>
/** Whether forecasts are there, being fitted, or why they are not shown. */
export type ForecastState = Lifetime['forecast']
export type ClientState = NonNullable<Person['state']>

export type ClientCard = Answer<Api['clients'][':id']['$get']>
export type ClientLanguage = ClientCard['client']['language']
export type Appointment = ClientCard['appointments'][number]

export type Campaigns = Answer<Api['campaigns']['$get']>
export type Campaign = Campaigns['campaigns'][number]
export type CampaignPlan = Campaign['plan']
export type CampaignCheck = Answer<Api['campaigns'][':id']['check']['$get']>
export type CampaignPreview = Answer<Api['campaigns'][':id']['preview'][':clientId']['$get']>
export type CampaignPeople = Answer<Api['campaigns'][':id']['people']['$get']>
export type CampaignPerson = CampaignPeople['people'][number]
export type CampaignCell = NonNullable<InferRequestType<Api['campaigns'][':id']['people']['$get']>['query']['cell']>
export type CampaignTest = Answer<Api['campaigns'][':id']['test']['$post']>
export type CampaignCalls = Answer<Api['campaigns'][':id']['calls']['$get']>
export type CampaignResults = Answer<Api['campaigns'][':id']['results']['$get']>
export type WinBackEffect = CampaignResults['effect']
export type AllCampaignResults = Answer<Api['campaign-results']['$get']>
export type CampaignSettings = Answer<Api['campaign-settings']['$get']>
export type Automations = Answer<Api['automations']['$get']>
export type Automation = Automations['automations'][number]
export type AutomationTrigger = Automation['trigger']
export type AutomationCheck = Answer<Api['automations'][':id']['check']['$get']>
export type AutomationCell = NonNullable<InferRequestType<Api['automations'][':id']['people']['$get']>['query']['cell']>
export type AutomationResults = Answer<Api['automations'][':id']['results']['$get']>
export type SendingChannel = CampaignPlan['channels'][number]

export type Import = Answer<Api['imports'][':id']['$get']>
export type ImportState = Import['state']
export type Inspection = NonNullable<Import['inspection']>
export type ImportColumn = Inspection['columns'][number]
export type Quality = NonNullable<Inspection['quality']>
export type Headline = NonNullable<Inspection['headline']>
export type WorkspaceQuality = Answer<Api['quality']['$get']>
/** What a person corrects before confirming; the server inspects the file again. */
export type ImportCorrection = InferRequestType<Api['imports'][':id']['$patch']>['json']

/** What the sign-in library says, in the page's words. */
type SignInTrouble = 'wrongPassword' | 'wrongCode' | 'linkOld' | 'tooManyTries'

/** Everything the server can refuse with, and what only the page can know: no answer, or none it understands. */
export type ErrorCode = NonNullable<Import['error']>['code'] | 'offline' | 'notKept' | 'unreadable' | SignInTrouble

export interface ErrorBody {
  code: string
  message: string
  details?: Record<string, string | number> | null
}

export type Calls = Answer<Api['calls']['$get']>
export type Call = Calls['calls'][number]
export type CallCounts = Answer<Api['calls']['count']['$get']>
export type PutCalls = InferRequestType<Api['calls']['$post']>['json']
export type CallsPut = Answer<Api['calls']['$post']>
export type Replies = Answer<Api['replies']['$get']>
export type Reply = Replies['replies'][number]
export type SurveyAnswers = Answer<Api['survey-answers']['$get']>
export type SurveyAnswer = SurveyAnswers['answers'][number]
export type CallOutcome = InferRequestType<Api['calls'][':id']['outcome']['$post']>['json']
export type Booking = Answer<Api['booking-page']['$get']>
export type BookingChange = InferRequestType<Api['booking-page']['$patch']>['json']
