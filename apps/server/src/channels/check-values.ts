import { AppError } from '../errors.ts'
import { isPrivateHost } from '../http/public-address.ts'
import { channelsConfig } from './configure.ts'
import { type Field, factsOf, type Provider } from './providers.ts'

const LONGEST = 4000
/** What a bot's messenger told us, kept beside what people gave. */
const TOLD = ['botName', 'botLink']

/**
 * Values of a provider as they are stored: trimmed, with what is taken when nothing is given, without empty ones.
 * Throws `channelFieldBad` naming the first field that is missing, unknown or not what it should be, and
 * `webhookPrivate`.
 */
export function checkValues(provider: Provider, given: Record<string, string>): Record<string, string> {
  const { fields } = factsOf(provider)
  for (const name of Object.keys(given)) {
    if (!(name in fields) && !TOLD.includes(name)) throw new AppError('channelFieldBad', { field: name })
  }
  const values: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = (given[name] ?? '').trim() || (field.otherwise ?? '')
    if (value === '' && !field.required) continue
    if (value.length > LONGEST || !fits(name, field, value)) throw new AppError('channelFieldBad', { field: name })
    values[name] = value
  }
  const url = 'url' in values ? new URL(values.url!) : null
  if (url && !channelsConfig().allowPrivate && isPrivateHost(url)) {
    throw new AppError('webhookPrivate', { value: url.host })
  }
  for (const name of TOLD) if (given[name]) values[name] = given[name]
  return values
}

function fits(name: string, { kind, choices }: Field, value: string): boolean {
  if (value === '' || value.includes('\u0000')) return false
  if (kind === 'choice') return choices?.includes(value) ?? false
  if (kind === 'url') return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  if (kind !== 'long' && /[\r\n]/.test(value)) return false
  if (name === 'port') return /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
  if (name === 'from' || name === 'replyTo') return /^[^\s@<>,]+@[^\s@<>,]+$/.test(value)
  if (name === 'host') return /^[\w.:-]+$/.test(value)
  return true
}
