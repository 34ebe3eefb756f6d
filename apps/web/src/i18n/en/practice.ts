import type { Catalogue } from '../catalogue.ts'

export const practice: Catalogue['practice'] = {
  name: 'Practice salon',
  try: 'Try it in the practice salon',
  explain: 'A copy of the demo salon for you alone: write to clients, give bonuses. Nothing leaves this server.',
  banner: 'Practice salon: nothing is really sent. Today it is {{date}} here.',
  week: 'Let a week pass',
  month: 'Let 4 weeks pass',
  played: {
    one: 'It is {{date}} now. There was {{count, number}} visit; because of messages: {{messages}}.',
    other: 'It is {{date}} now. There were {{count, number}} visits; because of messages: {{messages}}.',
  },
  truth: {
    one: 'A practice salon knows the truth: so far {{count, number}} client came because of the message.',
    other: 'A practice salon knows the truth: so far {{count, number}} clients came because of the message.',
  },
  inside: 'The limits above hold it.',
  outside: 'It is outside of the limits above, as happens one time in twenty.',
}
