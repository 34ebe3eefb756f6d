import type { Catalogue } from '../catalogue.ts'

export const surveys: Catalogue['surveys'] = {
  title: 'Survey answers',
  lead: 'Would they recommend you to friends: the last answer of each client. Earlier ones are on the client’s card.',
  shown: 'Whose answers to show',
  all: 'All',
  scores: { detractors: '0–6', passives: '7–8', promoters: '9–10' },
  band: { detractors: 'Detractors', passives: 'Passives', promoters: 'Promoters' },
  scoreOf: 'Score {{score}} of 10',
  notYet: 'Not enough answers yet: {{count}} of {{least}}',
  likely: 'most likely between {{low}} and {{high}}; {{answers}}',
  answers: { one: '{{count, number}} answer', other: '{{count, number}} answers' },
  noneHere: 'There are no answers with these scores.',
  groupName: 'Survey: {{band}}, {{date}}',
  emptyTitle: 'No answers yet',
  emptyText:
    'Put the field “survey link” into the text of a campaign or an automation, or choose the ready text “Ask their opinion”. Each client gets a link of their own: one score from 0 to 10, and a few words if they like. The best time to ask is a few days after a visit.',
}
