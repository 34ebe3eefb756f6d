// How long an SMS is, for the server and for the page that shows it while somebody writes.

/** GSM 03.38, its basic table without the escape. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Of its extension table: each goes out as two. */
const EXTENDED = new Set('\f^{}\\[~]|€')

/** Units of one message, and of each part of a longer one, whose header takes the rest. */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const

export interface SmsLength {
  encoding: keyof typeof ROOM
  /** messages a gateway counts; 0 for an empty text */
  parts: number
  /** units (septets or 16-bit units) that still go into the last part */
  left: number
}

/**
 * Parts of a text as gateways count them: 160 septets or 153 a part in GSM-7, 70 units of 16 bits or 67 a part as soon
 * as one character needs UCS-2, as every Cyrillic one does. What takes two units is never cut in two (an emoji, an
 * escaped bracket): it begins the next part, and the unit before it stays empty.
 */
export function smsParts(text: string): SmsLength {
  const characters = [...text]
  const isGsm7 = characters.every((each) => BASIC.has(each) || EXTENDED.has(each))
  const encoding = isGsm7 ? 'gsm7' : 'ucs2'
  const { alone, part } = ROOM[encoding]
  const units = characters.map((each) => (isGsm7 ? (EXTENDED.has(each) ? 2 : 1) : each.length))
  const total = units.reduce((sum, each) => sum + each, 0)
  if (total <= alone) return { encoding, parts: total === 0 ? 0 : 1, left: alone - total }
  let parts = 1
  let used = 0
  for (const each of units) {
    if (used + each > part) {
      parts++
      used = 0
    }
    used += each
  }
  return { encoding, parts, left: part - used }
}
