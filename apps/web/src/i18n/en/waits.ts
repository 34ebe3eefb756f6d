import type { Catalogue } from '../catalogue.ts'

export const waits: Catalogue['waits'] = {
  restored:
    'This salon was restored from a backup on {{date}}. Nothing is sent to clients: campaigns, automations and webhooks wait.',
  restoredYes: 'Start sending',
  restoredSure:
    'If the salon this copy was made from still runs, clients get messages from both. Start sending only from the one you keep.',
  date: 'The clock of the server jumped: it last showed {{from}}, now it shows {{to}}. Nothing is erased, no bonus expires, campaigns and automations wait.',
  dateYes: 'The date is right',
  dateSure:
    'Today is {{to}}? If the computer was just switched off for a while, confirm. If the date is wrong, put the clock right: then everything goes on by itself.',
  askOwner: 'An owner can confirm it.',
}
