import type { Catalogue } from '../catalogue.ts'

export const rebooking: Catalogue['rebooking'] = {
  title: 'Left with the next appointment',
  interval: 'share of visits, 95% interval',
  sentence: {
    one: 'Of {{count, number}} visit {{base}}, after {{rebooked}} the client left with the next appointment already booked.',
    other:
      'Of {{count, number}} visits {{base}}, after {{rebooked}} the client left with the next appointment already booked.',
  },
  rule: 'This is known on the day of the visit, so the return rule plays no part here.',
  kept: 'Kept the appointment',
  keptOf: '{{kept}} of {{past}} whose day has come',
  keptLater: 'the days of these appointments are still to come',
  few: 'Fewer than 10 visits: the rate is chance.',
  empty: 'There are no visits in this period.',
  by: 'Split',
  splits: {
    staff: 'by master',
    service: 'by service',
    category: 'by category',
    location: 'by location',
    source: 'by source',
    newness: 'new and returning',
    weekday: 'by weekday',
    bookedBy: 'who made the booking',
  },
  columns: {
    weekday: 'Weekday',
    bookedBy: 'Who booked',
    visits: 'Visits',
    rebooked: 'Rebooked',
    notRebooked: 'Not rebooked',
    rate: 'Rate and its interval',
    share: 'Share of all visits',
    same: 'with the same master',
    kept: 'Kept',
  },
  /** headings of the people behind a number */
  people: {
    visits: 'Were there',
    rebooked: 'Left with the next appointment',
    notRebooked: 'Left without an appointment',
    rebookedSame: 'Booked with the same master',
    kept: 'Kept the appointment',
  },
  bookedByNobody: 'Nobody named',
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  notes: {
    staff:
      'A visit to two masters counts for each. “With the same master”: one of the next appointments is with this very master.',
    service: 'A visit with two services counts for each.',
    category: 'A visit with two categories counts for each.',
    location: 'A visit to two locations counts for each.',
    source: 'Each client has one source: the one they first came from.',
    newness: 'New: the first-ever visit fell into this period.',
    weekday: 'The weekday on which the client was in the salon.',
    bookedBy:
      'Who made the nearest of the next appointments. Shares are of all visits, so together they give the total.',
    colours: 'Rows are coloured when their whole interval lies on one side of the salon’s line.',
  },
  missing: {
    title: 'Not in your data',
    text: 'To say who left with the next appointment, it must be known when each appointment was made. In your data that is known for fewer than 80% of them.',
    what: 'Export a file from your booking system with the column that says when the appointment was created (“Created at”, “Booked on”, “Date created”) and import it again: known visits are completed, not doubled.',
  },
}
