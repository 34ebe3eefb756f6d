import { describe, expect, it } from 'vitest'
import { CANONICAL_FIELDS } from '../fields.ts'
import { normaliseWords } from '../words/normalise.ts'
import { CLIENT_HEADERS, HEADERS } from './headers.ts'
import { columnNames, recogniseColumns } from './recognise-columns.ts'

function recognise(header: string, samples: string[][] = [], mapping = {}) {
  const names = columnNames(header.split(','))
  const result = recogniseColumns(names, samples, mapping)
  const found = Object.entries(result.places).filter(([, place]) => place >= 0)
  return { ...result, found: Object.fromEntries(found.map(([field, place]) => [field, names[place]])) }
}

it('knows the canonical header in any order and case', () => {
  const header = CANONICAL_FIELDS.map((field) => field.toUpperCase().replace('_', ' ')).toReversed()
  expect(Object.keys(recognise(header.join(',')).found).toSorted()).toEqual([...CANONICAL_FIELDS].toSorted())
})

describe('exports', () => {
  it.each([
    ['Altegio, Ukrainian', "Ім'я,Телефон,Дата візиту,Співробітник,Послуга,Вартість", 'client_name phone service staff'],
    [
      'YCLIENTS, Russian',
      'Клиент,Номер телефона,Дата и время,Сотрудник,Услуга,Стоимость',
      'client_name phone service staff',
    ],
    [
      'Fresha',
      'Ref #,Client,Mobile number,Scheduled date,Team member,Service,Gross sales',
      'appointment_id client_name phone service staff',
    ],
    ['Booksy', 'Customer name,Phone number,Date,Staff member,Service name,Price', 'client_name phone service staff'],
    [
      'Vagaro',
      'Customer,Cell,Appointment Date,Service Provider,Service,Amount Paid',
      'client_name phone service staff',
    ],
  ])('of %s', (_, header, expected) => {
    const { found } = recognise(header)
    expect(Object.keys(found).toSorted()).toEqual([...expected.split(' '), 'starts_at', 'price'].toSorted())
  })

  it.each([
    ['Згода на розсилку', true],
    ['Согласие на рассылку', true],
    ['Accepts Marketing', true],
    ['marketing_consent', true],
    // consent to one channel is none to the others
    ['SMS marketing', false],
  ])('of a consent to marketing: %s', (header, known) => {
    const { found } = recognise(`Client ID,Date,${header}`)
    expect(found.marketing_consent).toBe(known ? header : undefined)
  })

  it.each([
    ...['Дата народження', 'День народження', 'Дата рождения', 'День рождения', 'ДР', 'Д/Р', 'Birthday', 'birth_date'],
    ...['Date of birth', 'DOB', 'D.O.B.', 'Client birthday', 'Дата рождения клиента', 'Birthday (DD.MM)'],
  ])('of a birthday: %s', (header) => {
    const { found } = recognise(`Client ID,Date,${header}`)
    expect(found).toEqual({ client_id: 'Client ID', starts_at: 'Date', birthday: header })
  })

  it.each(['Language', 'Мова', 'Язык', 'Preferred language', 'Мова спілкування'])('of a language: %s', (header) => {
    expect(recognise(`Client ID,Date,${header}`).found.language).toBe(header)
  })

  it('of Square, with names in two columns and a net price that leaves no discount to take', () => {
    const { found } = recognise(
      'First Name,Last Name,Customer Reference ID,Date,Time,Item,Net Sales,Discounts,Transaction ID',
    )
    expect(found).toMatchObject({
      first_name: 'First Name',
      last_name: 'Last Name',
      client_id: 'Customer Reference ID',
    })
    expect(found).toMatchObject({ price: 'Net Sales', receipt: 'Transaction ID', time: 'Time', service: 'Item' })
    expect(found).not.toHaveProperty('discount')
  })
})

it.each([
  [['C6475', 'C12', 'WALK_IN'], 'client_id'],
  [['Олена Шевченко', 'Ія'], 'client_name'],
  [['+380501234567', '050 123 45 67'], 'phone'],
  [['a@b.ua', 'c@d.ua'], 'email'],
])('a column headed Client holding %s is the %s', (samples, field) => {
  expect(recognise('Client,Date', [samples])).toMatchObject({ found: { [field]: 'Client' } })
})

it('prefers the more exact of two columns and says which one it passed over', () => {
  const { found, passedOver, ambiguous } = recognise('Mobile,Phone,Date')
  expect(found).toMatchObject({ phone: 'Phone' })
  expect(passedOver).toEqual([{ field: 'phone', column: 'Mobile', chosen: 'Phone' }])
  expect(ambiguous).toEqual([])
})

it('does not choose between two exact ones unless the mapping does', () => {
  expect(recognise('phone,Телефон,Дата').ambiguous).toEqual([{ field: 'phone', columns: ['phone', 'Телефон'] }])
  expect(recognise('Ціна,Ціна,Дата').ambiguous).toEqual([{ field: 'price', columns: ['Ціна', 'Ціна (2)'] }])
  const mapped = recognise('Ціна,Ціна,Дата', [], { price: 'Ціна (2)' })
  expect(mapped).toMatchObject({ ambiguous: [], found: { price: 'Ціна (2)' } })
})

it('leaves a field out where the mapping says so, and refuses a column that is not there', () => {
  expect(recognise('phone,date,source', [], { source: null }).found).not.toHaveProperty('source')
  expect(() => recognise('phone,date', [], { price: 'Cost' })).toThrow('badMapping')
})

it('takes the booking date for the visit only when there is no other', () => {
  expect(recognise('Code,Booking Date,Cancel Date').found).toMatchObject({ starts_at: 'Booking Date' })
  expect(recognise('Code,Booking Date,Date').found).toMatchObject({ starts_at: 'Date', booked_at: 'Booking Date' })
})

it('is not misled by percentages and free texts', () => {
  expect(recognise('phone,date,Знижка %').found).not.toHaveProperty('discount')
  expect(recognise('phone,date,type', [[], [], ['online']]).found).not.toHaveProperty('kind')
  expect(recognise('phone,date,type', [[], [], ['Товар']]).found).toHaveProperty('kind')
})

it('keeps its words normalised and apart', () => {
  for (const [field, { exact, known }] of Object.entries(HEADERS)) {
    for (const word of [...exact, ...known]) expect(normaliseWords(word), field).toBe(word)
    expect(new Set([...exact, ...known]).size, field).toBe(exact.length + known.length)
    expect([...exact, ...known].filter((word) => CLIENT_HEADERS.includes(word))).toEqual([])
  }
})
