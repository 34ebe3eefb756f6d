import type { RefusableChannel } from './tables.ts'

/** What the pages behind links say to a salon's client. */
interface LinkWords {
  unknown: { title: string; text: string }
  tooMany: { title: string; text: string }
  expired: { title: string; text: string; reach: string; ask: string }
  refuse: {
    title: string
    /** before anything is pressed */
    text: (channel: string) => string
    button: string
    reminders: string
    doneTitle: string
    done: (channel: string) => string
    back: string
    backTitle: string
    backDone: (channel: string) => string
  }
  channel: Record<RefusableChannel, string>
}

const MESSENGERS = { telegram: 'Telegram', whatsapp: 'WhatsApp', viber: 'Viber' }

export const LINK_WORDS = {
  uk: {
    unknown: {
      title: 'Посилання не працює',
      text: 'Можливо, воно скопіювалося не повністю. Відкрийте його ще раз із повідомлення, яке ви отримали.',
    },
    tooMany: { title: 'Забагато спроб', text: 'Зачекайте десять хвилин і відкрийте посилання ще раз.' },
    expired: {
      title: 'Термін дії посилання минув',
      text: 'Але ми однаково будемо раді вас бачити.',
      reach: 'Як з нами зв’язатися:',
      ask: 'Зателефонуйте або напишіть нам — і ми підберемо зручний час.',
    },
    refuse: {
      title: 'Відмовитися від повідомлень',
      text: (channel) => `Більше не надсилати вам пропозицій і новин ${channel}?`,
      button: 'Більше не надсилати',
      reminders: 'Нагадування про ваші записи приходитимуть, як і раніше.',
      doneTitle: 'Готово',
      done: (channel) => `Ми більше не надсилатимемо вам пропозицій ${channel}.`,
      back: 'Я передумав(-ла): надсилайте',
      backTitle: 'Дякуємо!',
      backDone: (channel) => `Ми й надалі надсилатимемо вам пропозиції ${channel}.`,
    },
    channel: {
      email: 'електронною поштою',
      sms: 'в SMS',
      telegram: `у ${MESSENGERS.telegram}`,
      whatsapp: `у ${MESSENGERS.whatsapp}`,
      viber: `у ${MESSENGERS.viber}`,
    },
  },
  ru: {
    unknown: {
      title: 'Ссылка не работает',
      text: 'Возможно, она скопировалась не полностью. Откройте её ещё раз из сообщения, которое вы получили.',
    },
    tooMany: { title: 'Слишком много попыток', text: 'Подождите десять минут и откройте ссылку ещё раз.' },
    expired: {
      title: 'Срок действия ссылки истёк',
      text: 'Но мы всё равно будем рады вас видеть.',
      reach: 'Как с нами связаться:',
      ask: 'Позвоните или напишите нам — и мы подберём удобное время.',
    },
    refuse: {
      title: 'Отказаться от сообщений',
      text: (channel) => `Больше не присылать вам предложений и новостей ${channel}?`,
      button: 'Больше не присылать',
      reminders: 'Напоминания о ваших записях будут приходить, как и раньше.',
      doneTitle: 'Готово',
      done: (channel) => `Мы больше не будем присылать вам предложения ${channel}.`,
      back: 'Я передумал(а): присылайте',
      backTitle: 'Спасибо!',
      backDone: (channel) => `Мы и дальше будем присылать вам предложения ${channel}.`,
    },
    channel: {
      email: 'по электронной почте',
      sms: 'в SMS',
      telegram: `в ${MESSENGERS.telegram}`,
      whatsapp: `в ${MESSENGERS.whatsapp}`,
      viber: `в ${MESSENGERS.viber}`,
    },
  },
  en: {
    unknown: {
      title: 'This link does not work',
      text: 'It may have been copied only in part. Open it again from the message you received.',
    },
    tooMany: { title: 'Too many tries', text: 'Wait ten minutes and open the link again.' },
    expired: {
      title: 'This link has expired',
      text: 'We would still love to see you.',
      reach: 'How to reach us:',
      ask: 'Call or write to us and we will find a time that suits you.',
    },
    refuse: {
      title: 'Stop the messages',
      text: (channel) => `Stop sending you offers and news ${channel}?`,
      button: 'Stop sending',
      reminders: 'You will still be reminded of your appointments.',
      doneTitle: 'Done',
      done: (channel) => `We will not send you offers ${channel} any more.`,
      back: 'I changed my mind: keep sending',
      backTitle: 'Thank you!',
      backDone: (channel) => `We will keep sending you offers ${channel}.`,
    },
    channel: {
      email: 'by e-mail',
      sms: 'by SMS',
      telegram: `on ${MESSENGERS.telegram}`,
      whatsapp: `on ${MESSENGERS.whatsapp}`,
      viber: `on ${MESSENGERS.viber}`,
    },
  },
} as const satisfies Record<string, LinkWords>
