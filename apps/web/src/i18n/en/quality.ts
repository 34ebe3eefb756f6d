import type { Catalogue } from '../catalogue.ts'

export const quality: Catalogue['quality'] = {
  intro: 'What in the data may move the numbers, and how far. As of {{date}}.',
  inBook: 'In the book',
  counts: {
    clients: 'Clients',
    lines: 'Lines of appointments',
    withoutClient: 'Of them without a client',
    products: 'Of them products',
    withBirthday: 'With a birthday',
    placeholderBirthdays: 'With a placeholder for a birthday',
  },
  anonymous:
    'Lines without a client are walk-ins nobody wrote down: they are in no retention rate, as nobody can know who came back.',
  placeholders:
    'A placeholder is a date somebody wrote in place of a birthday: 1 January 1900 or 1970, or one too many clients share. These clients are not congratulated and are in no group by birthday. Retention does not change with it.',
  headline:
    'Of the clients seen {{when}}, {{rate}} came the month after ({{returned}} of {{served}}). Below is what that number would be without what is doubtful.',
  noHeadline:
    'There are no clients yet in a month whose time is over, so there is nothing to compare with. Below is how many rows are doubtful.',
  effects: 'What is doubtful, and what it does',
  doubt: 'What is doubtful',
  count: 'How many',
  without: 'Retention without it',
  same: 'no change',
  good: 'Nothing is doubtful.',
  absent: 'Not in the data at all, so there is nothing to compare with: {{kinds}}.',
  missing: {
    statusInferred: 'whether visits took place',
    pastWithoutStatus: 'a mark that appointments were kept',
    withoutPhone: 'clients’ phones',
    withoutPrice: 'prices',
    withoutStaff: 'masters',
    withoutBookedAt: 'dates of booking',
  },
  kind: {
    statusInferred: 'Unknown whether the visit took place',
    pastWithoutStatus: 'Past appointments nobody marked as kept',
    withoutPhone: 'Clients without a phone',
    withoutPrice: 'Without a price',
    withoutStaff: 'Without a master',
    withoutBookedAt: 'Without the date of booking',
    probableDuplicates: 'Clients who share a phone or an e-mail',
  },
  advice: {
    statusInferred: 'Neither a status nor a payment: past ones are taken as kept.',
    pastWithoutStatus: 'Taken as visits. Whether that is right is yours to say in the settings.',
    withoutPhone: 'Other tools often leave them out, and nobody can reach them.',
    withoutPrice: 'They matter to retention as visits only, and are in no revenue.',
    withoutStaff: 'In the total, but under no master.',
    withoutBookedAt: 'Without it there is no rebooking rate.',
    probableDuplicates:
      'If they are the same people, retention would be this. Merge them in your booking system and import the file again.',
  },
}
