import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { type ReadAnswer, textInside } from '../read-answer.ts'
import { failed, type OutgoingMessage, type SendOutcome } from '../sender.ts'

/**
 * SMS by a gateway nobody knows here: its request is a template with placeholders as `{{to}}`, its answer is understood
 * by where the id and the word for success stand. Values are escaped for where they go: JSON, a form or an address.
 */
export function genericSms({ values, hookUrl }: OpenedAccount): GatewayContract {
  const { method = 'POST', url = '', headers = '', body = '', secret = '', sender = '' } = values
  const given = headersOf(headers)
  const isForm = /form-urlencoded/i.test(given['content-type'] ?? '')
  return {
    // the template has it
    address: '',
    request: ({ id, to, text }: OutgoingMessage) => {
      const digits = to.replace(/\D/g, '')
      const facts = { to, digits, text, sender, id, secret, report: hookUrl ?? '' }
      const plain = Object.entries(given).map(([name, value]) => [name, fill(value, facts, oneLine)])
      return {
        method: method === 'GET' ? 'GET' : 'POST',
        url: fill(url, facts, encodeURIComponent),
        headers: { 'content-type': 'application/json', ...Object.fromEntries(plain) },
        body: method === 'GET' ? null : fill(body, facts, isForm ? encodeURIComponent : insideJson),
      }
    },
    understand: (answer) => understand(answer, values),
  }
}

function understand({ status, json, body }: ReadAnswer, values: Record<string, string>): SendOutcome | null {
  const { idPath = '', successPath = '', successValue = '' } = values
  if (status < 200 || status >= 300) return null
  // who asks for words inside the answer must get JSON
  if (json === null && (idPath !== '' || successPath !== '')) return null
  const said = successPath === '' ? '' : textOf(json, successPath)
  if (successPath !== '' && said.toLowerCase() !== successValue.toLowerCase()) {
    return failed('refused', `${successPath} is ${said || 'missing'}: ${body}`)
  }
  if (idPath === '') return { kind: 'sent', providerId: null }
  const providerId = textOf(json, idPath)
  // an answer without the id is another one than that for a message taken
  return providerId === '' ? null : { kind: 'sent', providerId }
}

function textOf(json: unknown, path: string): string {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const value = steps.reduce<unknown>((at, step) => {
    return typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined
  }, json)
  return typeof value === 'boolean' ? String(value) : textInside([value], 0)
}

/** `name: value`, one a line. */
export function headersOf(lines: string): Record<string, string> {
  const pairs = lines.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    return name ? [[name.toLowerCase(), value ?? '']] : []
  })
  return Object.fromEntries(pairs)
}

function fill(template: string, facts: Record<string, string>, safely: (text: string) => string): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => safely(facts[name] ?? ''))
}

const insideJson = (text: string) => JSON.stringify(text).slice(1, -1)
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
