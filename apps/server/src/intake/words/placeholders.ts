import { normaliseWords } from './normalise.ts'

/** What tills and receptionists write where there is no client, normalised. */
const NOBODY = new Set([
  ...['walk in', 'walkin', 'walk ins', 'walk in client', 'walk in customer', 'guest', 'guest client', 'anonymous'],
  ...[
    'unknown',
    'no name',
    'noname',
    'none',
    'null',
    'nil',
    'n a',
    'na',
    'cash customer',
    'no client',
    'default client',
  ],
  ...['гість', 'без імені', 'анонім', 'невідомий', 'невідома', 'немає', 'без запису', 'без клієнта', 'перехожий'],
  ...['гость', 'без имени', 'аноним', 'неизвестный', 'неизвестно', 'нет', 'без записи', 'без клиента', 'прохожий'],
  ...['роздрібний покупець', 'розничный покупатель', 'разовий клієнт', 'разовый клиент', 'клієнт', 'клиент'],
])

const NO_MAIL = /^(?:no|none|noemail|nomail|no-?reply|x+|-)@|@(?:no|none|noemail|nomail)\.|^[^@]*$/i

/** A client id that stands for nobody, such as WALK_IN, "гость" or a row of zeros. */
export function isPlaceholderId(text: string): boolean {
  return NOBODY.has(normaliseWords(text)) || /^[\s0._*?–—-]*$/.test(text)
}

/** A number typed to get past the field: one digit repeated, or counting up; `digits` without the country's code. */
export function isPlaceholderPhone(digits: string): boolean {
  return /^(\d)\1*$/.test(digits.slice(-9)) || /^0?123456789?0?$/.test(digits)
}

export function isPlaceholderEmail(text: string): boolean {
  return NO_MAIL.test(text)
}
