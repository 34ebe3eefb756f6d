import type { Catalogue } from '../catalogue.ts'

export const plans: Catalogue['plans'] = {
  title: 'Plan',
  name: { free: 'Free', lite: 'Lite', pro: 'Pro' },
  trialUntil: 'trial until {{date}}',
  trialOver: 'the trial ended on {{date}}',
  choose: 'Choose a plan',
  from: 'It is part of the {{plan}} plan.',
  youCan: 'As the owner you can choose it.',
  askHost: 'Whoever runs this server can unlock it: write to them.',
  askOwner: 'The owner of the salon can choose the plan: ask them.',
  notIncluded: 'not in your plan',
  locked: {
    retention: {
      title: 'Retention: who came back and who did not',
      text: 'By month, master, service and source: how many clients came back, who exactly did not, and whom they went to.',
    },
    due: {
      title: 'Due and overdue',
      text: 'Which clients are due this week, and who is late against their usual rhythm.',
    },
    files: { title: 'Reports and lists as files', text: 'Download them as CSV and Excel.' },
    fairComparison: {
      title: 'Masters compared fairly',
      text: 'Each master against what the others achieve with the same clients.',
    },
    forecasts: {
      title: 'A forecast for each client',
      text: 'Who is likely to come again, and what they will bring in a year.',
    },
    winback: {
      title: 'Winning clients back',
      text: 'Groups, bonuses, campaigns and the call list, and how many clients came back because of them.',
    },
    api: { title: 'Keys for programs', text: 'Your programs read the same numbers through the API.' },
  },
  suspendedTitle: 'This salon is suspended',
  suspendedText: 'Whoever runs this server did so. The data is kept. Write to them to go on.',
  writeHost: 'Write to them',
}
