import type { CampaignPlan } from '../../api/types.ts'
import type { Language } from '../../i18n/languages.ts'

export const PRESETS = ['miss', 'bonus', 'master', 'opinion'] as const
export type Preset = (typeof PRESETS)[number]

/** Texts to begin with, in the language the client reads: they are sent, so they are not words of the page. */
const TEXTS: Record<Language, Record<Preset, string>> = {
  uk: {
    miss: 'Ми сумуємо за вами! 🎁 Даруємо {{bonuses|бонуси}}. Запишіться вже зараз: {{link}}',
    bonus: '{{firstName|Вітаємо}}, на вас чекають {{bonuses|бонуси}}, діють до {{bonusExpires|кінця місяця}}: {{link}}',
    master: '{{firstName|Вітаємо}}! {{lastMaster|Ваш майстер}} питає про вас. Оберіть зручний час: {{link}}',
    opinion:
      '{{firstName|Вітаємо}}, дякуємо за візит! Чи порадили б ви нас друзям? Відповідь займе пів хвилини: {{survey}}',
  },
  ru: {
    miss: 'Мы скучаем по вам! 🎁 Дарим {{bonuses|бонусы}}. Запишитесь прямо сейчас: {{link}}',
    bonus:
      '{{firstName|Здравствуйте}}, вас ждут {{bonuses|бонусы}}, действуют до {{bonusExpires|конца месяца}}: {{link}}',
    master: '{{firstName|Здравствуйте}}! {{lastMaster|Ваш мастер}} спрашивает о вас. Выберите удобное время: {{link}}',
    opinion:
      '{{firstName|Здравствуйте}}, спасибо за визит! Посоветовали бы вы нас друзьям? Ответ займёт полминуты: {{survey}}',
  },
  en: {
    miss: 'We miss you! 🎁 Here are {{bonuses|bonus points}} for you. Book now: {{link}}',
    bonus:
      '{{firstName|Hello}}, {{bonuses|bonus points}} are waiting for you, good until {{bonusExpires|the end of the month}}: {{link}}',
    master: '{{firstName|Hello}}! {{lastMaster|Your master}} asks about you. Choose a time: {{link}}',
    opinion:
      '{{firstName|Hello}}, thank you for your visit! Would you recommend us to friends? It takes half a minute: {{survey}}',
  },
}

const SUBJECTS: Record<Language, string> = {
  uk: 'Ми сумуємо за вами',
  ru: 'Мы скучаем по вам',
  en: 'We miss you',
}

export const presetText = (preset: Preset, language: Language): string => TEXTS[language][preset]

/** What a campaign begins with: the text to those who have not come, and 500 points for two months. */
export function usualPlan(language: Language, groupIds: string[]): Partial<CampaignPlan> {
  return {
    ...{ groupIds, language, subject: SUBJECTS[language], text: presetText('miss', language) },
    bonus: { points: 500, days: 60 },
  }
}
