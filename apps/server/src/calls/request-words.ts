import type { PageLanguage } from '../links/index.ts'

/** What the hosted page says to a salon's client. */
interface RequestWords {
  hello: (name: string) => string
  title: string
  opening: string
  name: string
  phone: string
  phoneWrong: string
  nameMissing: string
  service: string
  staff: string
  anyService: string
  anyStaff: string
  day: string
  anyDay: string
  part: string
  parts: Record<'any' | 'morning' | 'day' | 'evening', string>
  comment: string
  optional: string
  send: string
  sentTitle: string
  sent: string
  closedTitle: string
  closed: string
  reach: string
  tooOften: string
  full: string
}

export const REQUEST_WORDS: Record<PageLanguage, RequestWords> = {
  uk: {
    hello: (name) => `${name}, вітаємо!`,
    title: 'Запис на візит',
    opening: 'Скажіть, що і коли вам зручно, — ми зателефонуємо й підтвердимо час.',
    name: 'Ваше ім’я',
    phone: 'Телефон',
    phoneWrong: 'Перевірте номер: за ним ми вам зателефонуємо.',
    nameMissing: 'Напишіть, як до вас звертатися.',
    service: 'Послуга',
    staff: 'Майстер',
    anyService: 'Ще не знаю',
    anyStaff: 'Будь-який майстер',
    day: 'День',
    anyDay: 'Будь-який день',
    part: 'Час',
    parts: { any: 'Будь-коли', morning: 'Зранку', day: 'Вдень', evening: 'Увечері' },
    comment: 'Побажання',
    optional: 'за бажанням',
    send: 'Надіслати',
    sentTitle: 'Дякуємо!',
    sent: 'Ми отримали вашу заявку й зателефонуємо, щоб підтвердити час.',
    closedTitle: 'Запишіться телефоном',
    closed: 'Онлайн-заявки зараз не приймаємо, але будемо раді вас бачити.',
    reach: 'Як з нами зв’язатися:',
    tooOften: 'Забагато заявок поспіль. Зачекайте годину або зателефонуйте нам.',
    full: 'Сьогодні заявок уже дуже багато. Зателефонуйте нам, будь ласка.',
  },
  ru: {
    hello: (name) => `${name}, здравствуйте!`,
    title: 'Запись на визит',
    opening: 'Скажите, что и когда вам удобно, — мы позвоним и подтвердим время.',
    name: 'Ваше имя',
    phone: 'Телефон',
    phoneWrong: 'Проверьте номер: по нему мы вам позвоним.',
    nameMissing: 'Напишите, как к вам обращаться.',
    service: 'Услуга',
    staff: 'Мастер',
    anyService: 'Ещё не знаю',
    anyStaff: 'Любой мастер',
    day: 'День',
    anyDay: 'Любой день',
    part: 'Время',
    parts: { any: 'В любое время', morning: 'Утром', day: 'Днём', evening: 'Вечером' },
    comment: 'Пожелания',
    optional: 'по желанию',
    send: 'Отправить',
    sentTitle: 'Спасибо!',
    sent: 'Мы получили вашу заявку и позвоним, чтобы подтвердить время.',
    closedTitle: 'Запишитесь по телефону',
    closed: 'Онлайн-заявки сейчас не принимаем, но будем рады вас видеть.',
    reach: 'Как с нами связаться:',
    tooOften: 'Слишком много заявок подряд. Подождите час или позвоните нам.',
    full: 'Сегодня заявок уже очень много. Пожалуйста, позвоните нам.',
  },
  en: {
    hello: (name) => `Hello, ${name}!`,
    title: 'Ask for an appointment',
    opening: 'Tell us what you would like and when, and we will call to confirm the time.',
    name: 'Your name',
    phone: 'Phone',
    phoneWrong: 'Please check the number: we will call you on it.',
    nameMissing: 'Please tell us your name.',
    service: 'Service',
    staff: 'Master',
    anyService: 'Not sure yet',
    anyStaff: 'Anyone',
    day: 'Day',
    anyDay: 'Any day',
    part: 'Time',
    parts: { any: 'Any time', morning: 'Morning', day: 'Afternoon', evening: 'Evening' },
    comment: 'Wishes',
    optional: 'optional',
    send: 'Send',
    sentTitle: 'Thank you!',
    sent: 'We have your request and will call to confirm the time.',
    closedTitle: 'Book by phone',
    closed: 'We take no requests online at the moment, but would love to see you.',
    reach: 'How to reach us:',
    tooOften: 'Too many requests in a row. Wait an hour, or call us.',
    full: 'We have very many requests today. Please call us.',
  },
}
