import type { Catalogue } from '../catalogue.ts'

export const tools: Catalogue['tools'] = {
  button: 'Another tool shows a different number?',
  title: 'Other tools’ numbers',
  intro:
    'Below is your data under the published rules of other tools. The usual reason for a difference: we show no rate until the time to come back is over for everyone, while they count those who still have time as not having come back.',
  ours: 'Comeback',
  oursRate: '{{asked}}: {{returned}} of {{served}}',
  oursNotOver: 'No rate yet: {{returned}} of {{served}} so far, the time to come back closes on {{date}}.',
  of: '{{part}} of {{whole}}',
  difference: '{{points}} against ours',
  same: 'same as ours',
  open: {
    one: '{{count, number}} client still has time but counts as not back: the number may still grow.',
    other: '{{count, number}} clients still have time but count as not back: the number may still grow.',
  },
  reasons: {
    noClients: 'Cannot be counted: under this rule there is not a single client.',
    noPhones: 'Cannot be counted: there are no phones in your data.',
  },
  presets: {
    dikidi: {
      rule: 'Here {{base}} and again {{back}}; of all who were here {{base}}.',
      why: 'The same rule as ours by periods, only without waiting until the time is over.',
    },
    altegio: {
      rule: 'Here {{base}}, the {{days}} before the second period, and again {{back}}.',
      why: 'Counts backwards from the second period and leaves out clients without a phone.',
    },
    kpibi: {
      rule: 'Clients here {{base}} who are not new; of everyone ever seen before.',
      why: 'The denominator is the whole base of all years, so the number is small and falls with time however people return.',
    },
    zenoti: {
      rule: 'Here {{base}} and back {{within}} after the end of the period.',
      why: 'Days run from the end of the period, so those who came at its beginning have more time to return.',
    },
    boulevard: {
      rule: 'Back {{within}} of the first visit in the period.',
      why: 'Counted from the first visit in the period, not the last: the next one may lie in the period itself.',
    },
    salonbiz: {
      rule: 'Back {{within}} of the last visit in the period.',
      why: 'Always 90 days, whatever was asked; the longer the wait, the more have returned.',
    },
    mytime: {
      rule: 'Back to the same master {{within}} of the last visit.',
      why: 'Coming back to a colleague does not count.',
    },
    square: {
      rule: 'Here {{base}} and also in the year before; of all who were here {{base}}.',
      why: 'It looks back, not ahead: the share of clients who are not new, not of those who came back.',
    },
  },
}
