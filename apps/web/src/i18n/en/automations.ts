export const automations = {
  title: 'Automations',
  lead: 'They write by themselves when something happens with a client. Each measures how many it really brought back.',
  back: 'All automations',
  backTo: 'To the automation',
  another: 'Another one',
  setUp: 'Set up',
  kind: {
    overdue: 'Time to come again',
    noBooking: 'No next appointment',
    firstVisit: 'After the first visit',
    bonusesExpire: 'Bonuses about to expire',
  },
  overdue: {
    due: 'Writes to a client as soon as they are late by their own rhythm.',
    atRisk: 'Writes to a client once they are very late by their own rhythm.',
    longOverdue: 'Writes to a client once they are extremely late by their own rhythm.',
  },
  does: {
    noBooking: {
      one: 'Writes {{count}} day after a visit if the client has not come again and holds no appointment.',
      other: 'Writes {{count}} days after a visit if the client has not come again and holds no appointment.',
    },
    firstVisit: {
      one: 'Writes {{count}} day after the very first visit.',
      other: 'Writes {{count}} days after the very first visit.',
    },
    bonusesExpire: {
      one: 'Writes {{count}} day before a client’s bonuses expire.',
      other: 'Writes {{count}} days before a client’s bonuses expire.',
    },
  },
  days: {
    noBooking: 'Days after the visit',
    firstVisit: 'Days after the first visit',
    bonusesExpire: 'Days before they expire',
  },
  late: 'How late a client has to be',
  lateBy: {
    due: 'Late: time to remind them',
    atRisk: 'Very late: at risk of losing them',
    longOverdue: 'Extremely late',
  },
  rarely: 'Fewer than one person a week',
  perWeek: {
    one: 'About {{count}} person a week',
    other: 'About {{count}} people a week',
  },
  short: 'Wrote to {{written}}, {{visited}} came',
  on: 'The automation “{{name}}” is on',
  turnOff: 'Switch off',
  turnOn: 'Switch on…',
  isOn: 'On',
  isOff: 'Off',
  onSince: 'On since {{date}}',
  waiting: {
    one: '{{count}} message is still in line',
    other: '{{count}} messages are still in line',
  },
  offSure: {
    one: '{{count}} message has not left and will not. Switch off?',
    other: '{{count}} messages have not left and will not. Switch off?',
  },
  offToChange: 'To change anything, switch it off first.',
  trouble: 'It writes to nobody now. {{problem}}',
  steps: { when: 'When to write', what: 'What to write', rules: 'Rules', check: 'Check' },
  name: 'Name',
  pause: 'Pause for one client, days',
  pauseHint: 'This automation does not write to them again before that.',
  previewNobody: 'Nobody to show yet: in a month it concerned nobody who can be written to.',
  check: {
    past: {
      one: 'In the last {{count}} day it would have written to',
      other: 'In the last {{count}} days it would have written to',
    },
    ahead: {
      one: 'In the next {{count}} day it will write to',
      other: 'In the next {{count}} days it will write to',
    },
    backlog: 'Fit already',
    note: 'Just before a message leaves everything is checked again: consent, appointment, whether they came by themselves and whether they were written to lately. So it will be a few people fewer.',
  },
  sure: {
    title: 'Switch “{{name}}” on?',
    fromNow: 'It writes only of what happens from today on, and of each occasion once.',
    bonus: 'With the message everybody is given {{points}} bonus points for {{days}} days.',
    holdout: 'A random {{share}} of clients are never written to: the effect is measured by them.',
    backlog: {
      one: 'Also write to the {{count}} client who fits already',
      other: 'Also write to the {{count}} clients who fit already',
    },
    backlogHint: 'Left open, they are not written to. For those gone long ago a campaign is better.',
    yes: 'Switch on',
  },
  removeSure: 'Remove the automation “{{name}}”? Its messages and results stay in the history.',
  results: {
    once: 'Every client is counted once, by their first occasion.',
    p: 'p = {{p}}.',
    noHoldout: 'There is nobody to compare with: it writes to everybody. How many would have come anyway is not known.',
    awaited: {
      one: '{{count}} more person is awaited: their days are not over.',
      other: '{{count}} more people are awaited: their days are not over.',
    },
    since: 'Counted since {{date}}: a year at most, and only since the share for comparison was last changed.',
  },
  runs: {
    title: 'Latest days',
    wrote: {
      one: 'wrote to {{count}} person',
      other: 'wrote to {{count}} people',
    },
    others: '{{holdout}} for comparison, {{skipped}} passed over',
  },
}
