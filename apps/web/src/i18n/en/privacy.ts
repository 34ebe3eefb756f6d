import type { Catalogue } from '../catalogue.ts'

export const privacy: Catalogue['privacy'] = {
  title: 'Privacy',
  lead: 'Whom the salon may write to, and how long it keeps clients’ contacts.',
  consents: 'Consent to messages',
  channel: 'Channel',
  channels: {
    all: 'all channels',
    email: 'E-mail',
    sms: 'SMS',
    telegram: 'Telegram',
    whatsapp: 'WhatsApp',
    viber: 'Viber',
    call: 'Phone call',
  },
  purpose: { marketing: 'Marketing', reminders: 'Appointment reminders' },
  may: 'allowed',
  mayNot: 'not allowed',
  why: { granted: 'agreed', withdrawn: 'declined', silent: 'not asked' },
  said: 'What the client said',
  record: { granted: 'Agreed', withdrawn: 'Declined' },
  for: 'For',
  how: 'How they said it',
  source: {
    import: 'from a file',
    administrator: 'told an administrator',
    paper: 'in writing',
    clientLink: 'by a link',
    stopReply: 'by replying STOP',
  },
  write: 'Write down',
  written: 'Written down',
  history: { one: 'History: {{count, number}} entry', other: 'History: {{count, number}} entries' },
  personalData: 'Client’s data',
  personalDataText: 'Clients have a right to everything known of them, and to have it erased.',
  handOut: 'Download all about the client',
  erase: 'Erase contacts',
  eraseTitle: 'Erase the contacts of {{name}}?',
  eraseGoes:
    'Their name, phone, e-mail, ID in your booking system and consents go for good; nobody can bring them back.',
  eraseStays:
    'Visits and amounts stay without a name, so the figures of past months do not change. Importing the same file again does not bring the name back.',
  eraseFiles:
    'The last imported file, kept to show the rows that could not be read, goes too. Erase the data in your booking system and in files saved on computers separately.',
  eraseSure: 'I understand that this cannot be undone',
  eraseNow: 'Erase for good',
  erasedClient: 'Erased client no. {{id}}',
  erasedText: 'This client’s contacts are erased. The visits stay without a name, so that figures do not change.',
  softOptIn: 'Clients may be written to until they decline',
  softOptInHint:
    'Off: only those who agreed get marketing. Declining always holds. Ask a lawyer whether the law allows this for you.',
  retention: 'How long contacts are kept',
  retentionOn: 'Erase the contacts of those long away',
  retentionHint:
    'Every day we erase name, phone and e-mail of clients who have neither come nor booked for that long. Visits stay without a name.',
  months: 'Months without a visit',
  monthsWrong: 'Enter 12 to 120 months.',
  wouldErase: {
    one: '{{count, number}} client would be erased now.',
    other: '{{count, number}} clients would be erased now.',
  },
}
