import type { Catalogue } from '../catalogue.ts'

export const replies: Catalogue['replies'] = {
  title: 'Replies',
  lead: 'What clients wrote back to your messages.',
  shown: 'What to show',
  show: { unread: 'Unread', all: 'All' },
  waiting: 'unread replies: {{count}}',
  allRead: 'Mark all as read',
  read: 'Mark as read',
  unread: 'Not read yet',
  nobody: 'Not among your clients',
  stop: 'Asks you to stop: no more offers go to them by {{channel}}. Reminders of visits still do.',
  stopUnknown: 'Asks you to stop, but nobody among your clients has this address: there is nothing to turn off.',
  empty: { unread: 'No new replies', all: 'No replies yet' },
  emptyText:
    'What clients answer by SMS, Telegram, Viber or WhatsApp comes here. E-mails are answered to your mailbox.',
}
