import type { Appointment } from './appointment.ts'
import type { Persona } from './persona.ts'
import type { Random } from './random.ts'
import { dayOfMoment } from './salon-time.ts'
import { PRODUCT_CATEGORY, PRODUCTS, priceOn } from './services.ts'

const SELLS_A_PRODUCT = 0.045
const PRICE_FORGOTTEN = 0.003

/** What happens at the till at the client's n-th visit: a discount, now and then a product, a price nobody typed in. */
export function sellAndDiscount(visit: Appointment, persona: Persona, visits: number, random: Random) {
  const percent = discountPercent(persona, visits, random)
  for (const line of visit.lines) {
    if (random.chance(PRICE_FORGOTTEN)) line.price = null
    else line.discount = Math.round((line.price! * percent) / 100)
  }
  if (random.chance(SELLS_A_PRODUCT)) sellProduct(visit, random)
}

/** Half price for a voucher; a welcome for Instagram's; five per cent from the tenth visit; birthdays. */
function discountPercent(persona: Persona, visits: number, random: Random): number {
  if (visits === 1 && persona.source === 'Купон') return 50
  if (visits === 1 && persona.source === 'Instagram' && random.chance(0.4)) return 15
  if (random.chance(0.02)) return 10
  return visits >= 10 ? 5 : 0
}

function sellProduct(visit: Appointment, random: Random) {
  const { master, category, start } = visit.lines[0]!
  const suitable = PRODUCTS.filter((product) => product.category === category)
  const product = random.pick(suitable)
  visit.lines.push({
    service: product.name,
    category: PRODUCT_CATEGORY,
    master,
    start,
    minutes: 0,
    price: priceOn(dayOfMoment(start), product.price, 100),
    discount: 0,
    product: true,
  })
}
