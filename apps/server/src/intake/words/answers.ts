import { normaliseWords } from './normalise.ts'

const YES = new Set(['yes', 'y', 'true', '1', 'так', 'да', 'requested'])
const NO = new Set(['no', 'n', 'false', '0', 'ні', 'нет', 'not requested'])
const PRODUCT = new Set([
  'product',
  'products',
  'retail',
  'goods',
  'good',
  'item',
  'товар',
  'товари',
  'товары',
  'продукт',
])
const SERVICE = new Set(['service', 'services', 'послуга', 'послуги', 'услуга', 'услуги', 'appointment'])

/** Whether the client asked for this master: 0 unknown, 1 yes, 2 no. */
export function readRequested(text: string): 0 | 1 | 2 {
  const word = normaliseWords(text)
  if (YES.has(word) || text.trim() === '+') return 1
  return NO.has(word) || text.trim() === '-' ? 2 : 0
}

const AGREES = new Set([
  ...[
    'accepted',
    'agree',
    'agreed',
    'agrees',
    'allowed',
    'consent',
    'granted',
    'on',
    'opt in',
    'opted in',
    'subscribed',
  ],
  ...['дозволено', 'згода', 'згоден', 'згодна', 'підписаний', 'підписана', 'є'],
  ...['разрешено', 'согласен', 'согласна', 'согласие', 'подписан', 'подписана', 'есть'],
])
const OBJECTS = new Set([
  ...[
    'declined',
    'denied',
    'disallowed',
    'off',
    'opt out',
    'opted out',
    'refused',
    'unsubscribed',
    'none',
    'withdrawn',
  ],
  ...['відмова', 'відписаний', 'відписана', 'заборонено', 'не згоден', 'не згодна', 'немає'],
  ...['отказ', 'отписан', 'отписана', 'запрещено', 'не согласен', 'не согласна'],
])

/** Whether the client agreed to marketing: 0 unknown (also for a word that says neither), 1 yes, 2 no. */
export function readConsent(text: string): 0 | 1 | 2 {
  const word = normaliseWords(text)
  if (AGREES.has(word)) return 1
  return OBJECTS.has(word) ? 2 : readRequested(text)
}

/** 1 for a product sold, 0 for a service (also when blank), `null` for a word that is neither. */
export function readKind(text: string): 0 | 1 | null {
  const word = normaliseWords(text)
  if (word === '' || SERVICE.has(word)) return 0
  return PRODUCT.has(word) ? 1 : null
}
