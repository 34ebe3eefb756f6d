import { type Day, formatDay } from '@comeback/retention'
import { recordWithin } from '../audit/index.ts'
import type { SendingChannel } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { log } from '../log/index.ts'
import { type Actor, canSeeContacts } from '../permissions.ts'
import type { Columns } from '../reports/columns.ts'
import { openChannelsOf } from './audience.ts'
import { gatherCandidates, lookOn } from './gather-audience.ts'
import type { Plan } from './plan.ts'
import type { CampaignPorts } from './ports.ts'
import type { Campaign } from './tables.ts'
import { fillIn, readTemplate } from './template.ts'
import { nextToExpire, valuesOf, wordingOf } from './values.ts'
import { variantFor } from './variants.ts'

const TEST_TIMEOUT_MS = 20_000
/** Of a workspace in 24 hours: a test is no way to write to many. */
const TESTS_A_DAY = 50

/** What has a text to be filled in. */
type Previewed = Pick<Campaign, 'id' | 'name' | 'plan'>

interface Asker {
  scope: WorkspaceScope
  columns: Columns
  today: Day
}

/** What the fields of a campaign's text say for one client, and by which channels they can be reached. */
export async function previewFor(
  { scope, columns, today }: Asker,
  ports: CampaignPorts,
  campaign: Previewed,
  clientId: number,
  actor: Actor,
) {
  const look = lookOn(columns, today)
  const begun = { id: campaign.id, begunOn: formatDay(today) }
  const [known] = await gatherCandidates(scope, ports, look, begun, [clientId])
  if (!known || !canSeeContacts(actor)) throw new AppError('clientNotFound', { value: String(clientId) })
  const on = formatDay(today)
  const balance = (await ports.balancesOf(scope, [clientId], on)).get(clientId) ?? 0
  const expiring = (await nextToExpire(scope, ports, [clientId], on)).get(clientId)
  const { language } = variantFor(campaign.plan, known.contact?.language ?? '')
  const wording = { ...(await wordingOf(scope, campaign.plan, on)), language }
  const values = valuesOf(known, wording, { balance, expiring })
  const channels = openChannelsOf(known, campaign.plan.channels)
  return { name: known.contact?.name ?? '', language, values, channels }
}

interface Test {
  channel: SendingChannel
  to: string
  clientId: number | null
}

async function valuesOfNobody(scope: WorkspaceScope, plan: Plan, today: string) {
  return valuesOf({ contact: undefined, summary: null }, await wordingOf(scope, plan, today))
}

/** Sends the message to an address of one's own, as somebody of the audience would get it; it counts nowhere. */
export async function sendTest(
  asker: Asker,
  ports: CampaignPorts,
  campaign: Previewed,
  { channel, to, clientId }: Test,
  {
    who,
    actor,
    action = 'campaign.tested',
  }: { who: Who; actor: Actor; action?: 'campaign.tested' | 'automation.tested' },
) {
  const { scope, today } = asker
  const opened = await ports.openSender(scope, channel)
  if (!opened) throw new AppError('campaignNotReady', { reason: 'channelOff', value: channel })
  try {
    const { plan } = campaign
    const { language, values } =
      clientId === null
        ? { language: plan.language, values: await valuesOfNobody(scope, plan, formatDay(today)) }
        : await previewFor(asker, ports, campaign, clientId, actor)
    const fill = (text: string) => fillIn(readTemplate(text), values)
    const { whatsapp } = plan
    const { subject, text: unfilled } = variantFor(plan, language)
    const text = fill(unfilled)
    const template =
      channel === 'whatsapp' && whatsapp ? { ...whatsapp, parameters: whatsapp.parameters.map(fill) } : null
    const subjectOfLog = `${action.split('.')[0]}:${campaign.id}`
    const event = { action, subject: subjectOfLog, details: { name: campaign.name, channel } }
    await scope.transaction((inner) => recordWithin(inner, who, event, TESTS_A_DAY))
    const message = { id: crypto.randomUUID(), to, subject: subject ? fill(subject) : null, text, template }
    const outcome = await opened.sender.send({ ...message, unsubscribeUrl: null }, AbortSignal.timeout(TEST_TIMEOUT_MS))
    return { outcome: outcome.kind, detail: outcome.kind === 'sent' ? '' : outcome.detail, text }
  } finally {
    await opened.sender.close().catch((error: unknown) => log.warn('a channel did not close', { channel }, error))
  }
}
