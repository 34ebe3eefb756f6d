/** Why an amount cannot be read; blank is none of them. */
export type AmountFault = 'badAmount' | 'absurdAmount'

/** A billion in major units of a currency with cents: nobody's visit costs that. */
const LARGEST = 1e11

const CURRENCY_WORDS =
  /грн|гривень|гривні|руб|uah|usd|eur|gbp|pln|rub|kzt|cad|aud|czk|ron|mdl|gel|zł|zl|kč|lei|kr|тг|р(?=\.|$)/giu

/**
 * Minor units of an amount in major units, read digit by digit: floating point never sees it. Blank is NaN. Knows
 * `1 250,50 ₴`, `1,250.50`, `$82`, `(5.00)` and `−5`; with more decimals than the currency has, it is rounded half
 * away from zero.
 *
 * @param exponent decimals of the currency, 0–4
 */
export function readAmount(text: string, exponent: number): number | AmountFault {
  let value = 0
  let decimals = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      if (decimals >= 0) decimals++
    } else if (code === 46 && decimals < 0 && i > 0) decimals = 0
    else return readDecorated(text, exponent)
  }
  if (text.length === 0) return Number.NaN
  if (decimals > exponent || decimals === 3 || decimals === 0 || text.length > 13) return readDecorated(text, exponent)
  return withinReason(value * 10 ** (exponent - Math.max(decimals, 0)))
}

function readDecorated(text: string, exponent: number): number | AmountFault {
  let body = text.replace(/[\s\u00a0\u202f\u2009'’`]/g, '')
  if (body === '' || body === '-' || body === '—' || body === '–') return Number.NaN
  body = body
    .replace(/\p{Sc}/gu, '')
    .replace(CURRENCY_WORDS, '')
    .replace(/\.$/, '')
  const parenthesised = /^\((.*)\)$/.exec(body)
  if (parenthesised) body = parenthesised[1]!
  const minus = /^[-−–](.*)$/.exec(body) ?? /^(.*)-$/.exec(body)
  if (minus) body = minus[1]!
  if (body.startsWith('+')) body = body.slice(1)
  const parts = splitDecimals(body, exponent)
  if (parts === null) return 'badAmount'
  const [whole, fraction] = parts
  if (whole.length > 15) return 'absurdAmount'
  const kept = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`)
  const rounded = kept + ((fraction[exponent] ?? '0') >= '5' ? 1 : 0)
  return withinReason(parenthesised || minus ? 0 - rounded : rounded)
}

/**
 * Whole and decimal digits. The last separator is the decimal one, unless it comes again or is followed by exactly
 * three digits, as a thousands separator is; `0.125` and currencies of three decimals excepted.
 */
function splitDecimals(body: string, exponent: number): [string, string] | null {
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(body)) return null
  const at = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))
  if (at < 0) return [body, '']
  const separator = body[at]!
  const whole = body.slice(0, at)
  const fraction = body.slice(at + 1)
  const repeated = whole.includes(separator)
  const single = !/[.,]/.test(whole)
  const thousands = repeated || (single && fraction.length === 3 && exponent !== 3 && /^[1-9]\d{0,2}$/.test(whole))
  if (thousands) return isGrouped(body) ? [body.replace(/[.,]/g, ''), ''] : null
  return single || isGrouped(whole) ? [whole.replace(/[.,]/g, ''), fraction] : null
}

function isGrouped(digits: string): boolean {
  return /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(digits)
}

function withinReason(minorUnits: number): number | AmountFault {
  return minorUnits > LARGEST || minorUnits < -LARGEST ? 'absurdAmount' : minorUnits
}
