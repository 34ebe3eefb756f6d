import type { PageLanguage } from '../links/index.ts'

/** What the survey says to a salon's client. */
interface SurveyWords {
  title: string
  question: string
  least: string
  most: string
  comment: string
  optional: string
  send: string
  missing: string
  /** an answer is there, and can be changed until a day */
  again: (until: string) => string
  change: string
  thanksTitle: string
  thanks: string
  kept: (until: string) => string
  back: string
  closed: string
  yours: (score: number) => string
  tooOftenTitle: string
  tooOften: string
}

export const SURVEY_WORDS: Record<PageLanguage, SurveyWords> = {
  uk: {
    title: 'Ваша думка',
    question: 'Наскільки ймовірно, що ви порадите нас друзям?',
    least: '0 — точно ні',
    most: '10 — точно так',
    comment: 'Що було добре, а що варто поліпшити?',
    optional: 'необов’язково',
    send: 'Надіслати',
    missing: 'Оберіть оцінку від 0 до 10.',
    again: (until) => `Ви вже відповіли. Відповідь можна змінити до ${until}: рахуватимемо останню.`,
    change: 'Змінити відповідь',
    thanksTitle: 'Дякуємо!',
    thanks: 'Ваша відповідь у нас, ми її прочитаємо.',
    kept: (until) => `Передумаєте — відкрийте посилання ще раз до ${until}: рахуватимемо останню відповідь.`,
    back: 'Подивитися відповідь',
    closed: 'Ви вже відповіли. Час, коли відповідь можна було змінити, минув.',
    yours: (score) => `Ваша оцінка: ${score} з 10`,
    tooOftenTitle: 'Забагато відповідей',
    tooOften: 'За цим посиланням надіслали забагато відповідей. Спробуйте за годину.',
  },
  ru: {
    title: 'Ваше мнение',
    question: 'Насколько вероятно, что вы посоветуете нас друзьям?',
    least: '0 — точно нет',
    most: '10 — точно да',
    comment: 'Что было хорошо, а что стоит улучшить?',
    optional: 'необязательно',
    send: 'Отправить',
    missing: 'Выберите оценку от 0 до 10.',
    again: (until) => `Вы уже ответили. Ответ можно изменить до ${until}: считать будем последний.`,
    change: 'Изменить ответ',
    thanksTitle: 'Спасибо!',
    thanks: 'Ваш ответ у нас, мы его прочтём.',
    kept: (until) => `Передумаете — откройте ссылку ещё раз до ${until}: считать будем последний ответ.`,
    back: 'Посмотреть ответ',
    closed: 'Вы уже ответили. Время, когда ответ можно было изменить, вышло.',
    yours: (score) => `Ваша оценка: ${score} из 10`,
    tooOftenTitle: 'Слишком много ответов',
    tooOften: 'По этой ссылке отправили слишком много ответов. Попробуйте через час.',
  },
  en: {
    title: 'Your opinion',
    question: 'How likely are you to recommend us to friends?',
    least: '0 — not at all',
    most: '10 — certainly',
    comment: 'What was good, and what could be better?',
    optional: 'optional',
    send: 'Send',
    missing: 'Choose a score from 0 to 10.',
    again: (until) => `You have answered already. You can change it until ${until}: the last answer counts.`,
    change: 'Change the answer',
    thanksTitle: 'Thank you!',
    thanks: 'We have your answer and will read it.',
    kept: (until) => `If you change your mind, open the link again until ${until}: the last answer counts.`,
    back: 'See the answer',
    closed: 'You have answered already. The time in which it could be changed is over.',
    yours: (score) => `Your score: ${score} of 10`,
    tooOftenTitle: 'Too many answers',
    tooOften: 'Too many answers came by this link. Try again in an hour.',
  },
}
