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
  stayed: {
    title: 'Back to the same master',
    text: 'The next visit was with the master of the last visit in the period.',
  },
  moved: { title: 'Moved to a colleague', text: 'Came back, but the next visit was with another master.' },
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
    text: 'Booked: holds a future appointment. In rhythm: up to 1.25 usual gaps since the last visit, time to remind: up to 2, at risk: up to 3, beyond: long overdue. It says when to call; “Still a client” says whether it is worth it.',
  },
  pAlive: {
    title: 'Still a client',
    text: 'How likely it is that the person has not left for good, from how often and how regularly they came and how long they have been away. The state says when to call, this says whether it is worth it.',
  },
  expectedVisits12m: {
    title: 'Expected visits',
    text: 'How often the person is expected to come in the next 12 months. That they may have left already is counted in.',
  },
  value12m: {
    title: 'Value at risk',
    text: 'What the person is expected to bring in the next 12 months: expected visits times expected ticket. That they may have left already is counted in, so for those long gone it is small: there is little left to lose.',
  },
  revenue12m: {
    title: 'Expected revenue',
    text: 'What the next 12 months are expected to bring: expected visits times expected ticket. That people may have left already is counted in; clients who have not been here yet are not.',
  },
  dueThisWeek: {
    title: 'Due within a week',
    text: 'By their own rhythm they should come in the seven days after the day the data ends on, and nothing is booked. The amount is what they are expected to bring in 12 months.',
  },
  dueNow: {
    title: 'Time to remind',
    text: 'Between 1.25 and 2 usual gaps have passed since the last visit, and nothing is booked. The amount is what they are expected to bring in 12 months.',
  },
  dueAtRisk: {
    title: 'At risk',
    text: 'Between 2 and 3 usual gaps have passed since the last visit, and nothing is booked. The amount is what they are expected to bring in 12 months; that they may have left already is counted in.',
  },
  dueLong: {
    title: 'Long overdue',
    text: 'More than 3 usual gaps have passed since the last visit, and nothing is booked. Nearly all of them have left, which is why the amount is small: call those at the top of the list.',
  },
  forecastCheck: {
    title: 'How the forecast is checked',
    text: 'From nothing but what was known 90 days ago we predict the visits of these 90 days, and count how many there were. A forecast that was off by more than a quarter, and by more than chance, is not shown.',
  },
  stillClients: {
    title: 'How many are still your clients',
    text: 'The sum of “Still a client” over everyone who has ever been here: so many of them have most likely not left for good.',
  },
  flows: {
    title: 'Flows',
    text: 'For those who came back: who served them last in the period, and who did the next time.',
  },
  regular: {
    title: 'Regular clients',
    text: 'Those whose visit in this month is at least the third of their life (which one, the settings decide). The share is of all clients of the month.',
  },
  visitsPerClient: {
    title: 'Visits per client',
    text: 'How many visits of the month there are for each client who came in it.',
  },
  firstVisitRetention: {
    title: 'Back after the first visit',
    text: 'The share of the month’s new clients who came again within 60 days of their first visit. The Retention screen counts from the last visit of the period, so its share differs. Beside it the same share of those who had been here before, from their first visit of the month. Counted once 60 days are over for all.',
  },
  missedShare: {
    title: 'Fell through',
    text: 'The share of the month’s appointments (products and visits without a name left out) that were cancelled or missed.',
  },
  rebooking: {
    title: 'Rebooking rate',
    text: 'The share of visits after which the client, at the end of that day, held an appointment on a later day: booked by then and not cancelled by then. What became of it afterwards does not matter here.',
  },
  kept: {
    title: 'Kept the appointment',
    text: 'Of those who left with an appointment whose nearest day has come: the share who did come on that day.',
  },
  rebookedSame: {
    title: 'Rebooked with the same master',
    text: 'The share of visits after which one of the client’s next appointments was with this very master.',
  },
  bookedBy: {
    title: 'Who made the booking',
    text: 'Who made the nearest of the appointments the client left with. The share is of all visits: it shows thanks to whom clients leave already booked.',
  },
  quality: {
    title: 'Data quality',
    text: 'What in this file may move the numbers. Look before confirming: mending the file now is easier than later.',
  },
  doubts: {
    title: 'Without what is doubtful',
    text: 'Retention of the last month whose time is over, computed again without such rows. When the number hardly moves, the doubts do not touch your conclusions.',
  },
  curve: {
    title: 'Return curve',
    text: 'For each day, the share of clients who had come again by then. Someone not back yet whom we have not watched for that long does not count as lost: their time counts for as long as they are seen (Kaplan–Meier).',
  },
  curveMedian: {
    title: 'Half after',
    text: 'How many days after the visit half of the clients have come again. No number: half are not back yet.',
  },
  atRisk: {
    title: 'Still awaited',
    text: 'How many clients had not come again by the start of this day and are still being watched. The fewer, the less certain the curve.',
  },
  logRank: {
    title: 'Whether the groups differ',
    text: 'The log-rank test compares the whole curves of all groups. p is the chance of seeing such a difference if the groups did not really differ. Below 0.05 the difference is larger than chance.',
  },
  cohorts: {
    title: 'Cohorts',
    text: 'Clients whose first visit ever was in the same month. A cell says which of them had at least one visit in the month that many months later.',
  },
  cohortMoney: {
    title: 'Revenue per client of the cohort',
    text: 'The revenue of the month divided by all clients of the cohort, those who did not come that month included.',
  },
  fair: {
    title: 'Fair comparison',
    text: 'A master’s clients are compared with all others’ clients of the same kind: new with new, returning with returning, within a service category (Cochran–Mantel–Haenszel test). Every client counts once, for the master of their first visit in the period; a rule “within days” runs from that visit. So there are fewer clients here than in the masters’ table, and coming back to anyone counts.',
  },
  fairExpected: {
    title: 'Expected',
    text: 'The share that would be back had the salon’s other masters served these same clients: the others’ shares, in the proportion in which this master has such clients.',
  },
  shrunk: {
    title: 'Smoothed rate',
    text: 'The master’s rate drawn towards the mean of all masters, the more the fewer the clients. The best guess where there is little data.',
  },
  extraRevenue: {
    title: 'Revenue because of the message',
    text: 'Revenue per client written to, less revenue per client of the comparison group, times the number written to. Below it the limits within which it most likely lies (95%). Grey: the difference in who came may be chance. Without limits: too few came to give any.',
  },
  netPromoter: {
    title: 'Net promoter score (NPS)',
    text: 'The share of promoters (9–10) less the share of detractors (0–6), from −100 to +100. It is counted from the last answer of each client, from 10 answers on. Beside it are the bounds it most likely lies between (95 %). Not everybody who is asked answers: this is what those think who did.',
  },
}
