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

/** 1 for a product sold, 0 for a service (also when blank), `null` for a word that is neither. */
export function readKind(text: string): 0 | 1 | null {
  const word = normaliseWords(text)
  if (word === '' || SERVICE.has(word)) return 0
  return PRODUCT.has(word) ? 1 : null
}
