type Language = 'uk' | 'ru' | 'en'

/** What a client who wrote is answered. */
const WORDS: Record<Language, Record<'stopped' | 'linked' | 'expired' | 'alone', string>> = {
  uk: {
    stopped:
      'Готово: «{{salon}}» більше не надсилатиме вам реклами в цьому каналі. Нагадування про візит приходитимуть.',
    linked: 'Готово! Тепер «{{salon}}» писатиме вам сюди. Щоб не отримувати реклами, надішліть СТОП.',
    expired: 'Це посилання вже використали або воно застаріло. Попросіть у «{{salon}}» нове.',
    alone: 'Вітаємо! Щоб «{{salon}}» писав вам сюди, попросіть у салоні особисте посилання. Номер цього чату: {{chat}}',
  },
  ru: {
    stopped: 'Готово: «{{salon}}» больше не пришлёт вам рекламы в этом канале. Напоминания о визите останутся.',
    linked: 'Готово! Теперь «{{salon}}» будет писать вам сюда. Чтобы не получать рекламы, отправьте СТОП.',
    expired: 'Эту ссылку уже использовали, или она устарела. Попросите у «{{salon}}» новую.',
    alone:
      'Здравствуйте! Чтобы «{{salon}}» писал вам сюда, попросите в салоне личную ссылку. Номер этого чата: {{chat}}',
  },
  en: {
    stopped: 'Done: {{salon}} will send you no more offers here. Reminders of your visits still come.',
    linked: 'Done! {{salon}} will write to you here. To get no offers, send STOP.',
    expired: 'This link has been used or is too old. Ask {{salon}} for a new one.',
    alone:
      'Hello! To hear from {{salon}} here, ask the salon for a link of your own. The number of this chat: {{chat}}',
  },
}

const RUSSIAN = ['KZ', 'BY', 'KG', 'RU', 'UZ']

/** The language of what a client wrote or their app speaks, else of the salon's country. */
export function languageOf(text: string, app: string, country: string): Language {
  if (/[іїєґ]/i.test(text)) return 'uk'
  if (/[ыэъё]/i.test(text)) return 'ru'
  if (app !== '') return app.startsWith('uk') ? 'uk' : app.startsWith('ru') ? 'ru' : 'en'
  return country === 'UA' ? 'uk' : RUSSIAN.includes(country) ? 'ru' : 'en'
}

export function answerIn(language: Language, what: keyof (typeof WORDS)['uk'], salon: string, chat = ''): string {
  const name = salon || { uk: 'Салон', ru: 'Салон', en: 'The salon' }[language]
  return WORDS[language][what].replace('{{salon}}', name).replace('{{chat}}', chat)
}
