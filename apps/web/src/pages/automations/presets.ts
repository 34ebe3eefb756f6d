import type { AutomationTrigger, CampaignPlan } from '../../api/types.ts'
import type { Language } from '../../i18n/languages.ts'

export type Kind = AutomationTrigger['kind']
export const KINDS = ['overdue', 'noBooking', 'firstVisit', 'bonusesExpire', 'birthday'] as const satisfies Kind[]

const TRIGGERS: Record<Kind, AutomationTrigger> = {
  overdue: { kind: 'overdue', after: 'due' },
  noBooking: { kind: 'noBooking', days: 14 },
  firstVisit: { kind: 'firstVisit', days: 3 },
  bonusesExpire: { kind: 'bonusesExpire', days: 7 },
  birthday: { kind: 'birthday', days: 0 },
}

/** Subject and text to begin with, in the language the client reads: they are sent, so they are not words of the page. */
const TEXTS: Record<Language, Record<Kind, [subject: string, text: string]>> = {
  uk: {
    overdue: [
      'Час до нас',
      '{{firstName|Вітаємо}}! Здається, вам уже час до нас: минуло {{daysSince|чимало часу}}. Оберіть зручну годину: {{link}}',
    ],
    noBooking: [
      'Наступний візит',
      '{{firstName|Вітаємо}}, раді були вас бачити! Заплануйте наступний візит, поки є зручні години: {{link}}',
    ],
    firstVisit: [
      'Дякуємо за візит',
      '{{firstName|Вітаємо}}, дякуємо за перший візит! Сподіваємося, вам усе сподобалося. Записатися знову: {{link}}',
    ],
    bonusesExpire: [
      'Ваші бонуси скоро згорять',
      '{{firstName|Вітаємо}}, {{expiring|ваші бонуси}} згорять після {{bonusExpires|кінця місяця}}. Встигніть скористатися: {{link}}',
    ],
    birthday: [
      'З днем народження!',
      '{{firstName|Вітаємо}}, з днем народження! Бажаємо гарного настрою й рік, повний приємних подій. Будемо раді вас побачити: {{link}}',
    ],
  },
  ru: {
    overdue: [
      'Пора к нам',
      '{{firstName|Здравствуйте}}! Кажется, вам уже пора к нам: прошло {{daysSince|немало времени}}. Выберите удобное время: {{link}}',
    ],
    noBooking: [
      'Следующий визит',
      '{{firstName|Здравствуйте}}, были рады вас видеть! Запланируйте следующий визит, пока есть удобное время: {{link}}',
    ],
    firstVisit: [
      'Спасибо за визит',
      '{{firstName|Здравствуйте}}, спасибо за первый визит! Надеемся, вам всё понравилось. Записаться снова: {{link}}',
    ],
    bonusesExpire: [
      'Ваши бонусы скоро сгорят',
      '{{firstName|Здравствуйте}}, {{expiring|ваши бонусы}} сгорят после {{bonusExpires|конца месяца}}. Успейте воспользоваться: {{link}}',
    ],
    birthday: [
      'С днём рождения!',
      '{{firstName|Здравствуйте}}, с днём рождения! Желаем хорошего настроения и года, полного приятных событий. Будем рады вас видеть: {{link}}',
    ],
  },
  en: {
    overdue: [
      'Time for a visit',
      '{{firstName|Hello}}! It looks like time for your next visit: it has been {{daysSince|a while}}. Choose a time: {{link}}',
    ],
    noBooking: [
      'Your next visit',
      '{{firstName|Hello}}, it was good to see you! Plan your next visit while there are good times left: {{link}}',
    ],
    firstVisit: [
      'Thank you for your visit',
      '{{firstName|Hello}}, thank you for your first visit! We hope you liked it. Book again here: {{link}}',
    ],
    bonusesExpire: [
      'Your bonus points run out soon',
      '{{firstName|Hello}}, {{expiring|your bonus points}} are good until {{bonusExpires|the end of the month}}. Use them in time: {{link}}',
    ],
    birthday: [
      'Happy birthday!',
      '{{firstName|Hello}}, happy birthday! We wish you a wonderful day and a year full of good things. We would love to see you: {{link}}',
    ],
  },
}

/** What an automation of a kind begins with. */
export function presetOf(kind: Kind, language: Language): { trigger: AutomationTrigger; plan: Partial<CampaignPlan> } {
  const [subject, text] = TEXTS[language][kind]
  // a greeting is for everybody, the others are to bring somebody in
  return { trigger: TRIGGERS[kind], plan: { language, subject, text, skipBooked: kind !== 'birthday' } }
}
