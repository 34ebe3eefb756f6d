import type { Catalogue } from '../catalogue.ts'

export const define: Catalogue['define'] = {
  served: {
    title: 'Clients who were here',
    text: 'Different people who came at least once in the chosen period. Several appointments on a day are one visit.',
  },
  rate: {
    title: 'Retention rate',
    text: 'The share of those who were here that came back under the chosen rule. It is counted only once the time to do so is over for everyone.',
  },
  interval: {
    title: '95% interval',
    text: 'Where the true rate most likely lies. The fewer the clients, the wider it is. When the intervals of two rows overlap well, the difference may be chance.',
  },
  change: {
    title: 'Against the period before',
    text: 'The same measure for the equal period before, under the same rule. “Within chance” means a difference of this size often comes about for no reason.',
  },
  returned: { title: 'Came back', text: 'Came again in the time the rule gives, to any master and for any service.' },
  returnedSame: {
    title: 'Came back to the same',
    text: 'Came back, and at least one of the returning visits was to the same master (service, category, location).',
  },
  missed: {
    title: 'Not back in time',
    text: 'The time is over without a visit under the rule: came later, booked, or lost.',
  },
  outside: { title: 'Came later', text: 'Came again, only not in the time the rule gives.' },
  booked: { title: 'Booked', text: 'Has not come again yet, but holds a future appointment.' },
  open: {
    title: 'Still have time',
    text: 'Not back yet, but can still make it under the rule. So nothing is claimed about them.',
  },
  lost: {
    title: 'Lost',
    text: 'Did not come back under the rule, has not come later, and holds no future appointment.',
  },
  newness: {
    title: 'New and returning',
    text: 'New: the first-ever visit falls inside the chosen period. Returning: was here before it.',
  },
  visits: {
    title: 'Visits',
    text: 'One client on one day with at least one completed appointment. Cancelled ones and no-shows do not count.',
  },
  revenue: { title: 'Revenue', text: 'Price less discount over all lines with a known price. Products are not in it.' },
  averageTicket: { title: 'Average ticket', text: 'Revenue divided by the visits with a known price.' },
  salonLine: {
    title: 'The salon’s line',
    text: 'The rate of the whole salon for the same question. Rows with fewer than 10 clients are grey: too few to judge.',
  },
  expectedGap: {
    title: 'Usually every',
    text: 'The usual time between visits of this person; with few visits it leans on the rhythm of their service.',
  },
  daysOverdue: {
    title: 'Expected visit',
    text: 'The day the person was due by their own rhythm, and how many days late they are.',
  },
  state: {
    title: 'State',
    text: 'Booked: holds a future appointment. In rhythm: up to 1.25 usual gaps since the last visit, time to remind: up to 2, at risk: up to 3, beyond: long overdue.',
  },
  flows: {
    title: 'Flows',
    text: 'For those who came back: who served them last in the period, and who did the next time.',
  },
  quality: {
    title: 'Data quality',
    text: 'What in this file may move the numbers. Look before confirming: mending the file now is easier than later.',
  },
}
