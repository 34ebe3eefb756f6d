/** Languages of everything a person reads. */
export const LANGUAGES = ['uk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Headers of exported columns, in the words of the definitions. */
export const COLUMN_NAMES = {
  name: { uk: 'Клієнт', ru: 'Клиент', en: 'Client' },
  externalId: { uk: 'Код клієнта', ru: 'Код клиента', en: 'Client ID' },
  phone: { uk: 'Телефон', ru: 'Телефон', en: 'Phone' },
  email: { uk: 'Ел. пошта', ru: 'Эл. почта', en: 'E-mail' },
  outcome: { uk: 'Результат', ru: 'Результат', en: 'Outcome' },
  firstVisit: { uk: 'Перший візит', ru: 'Первый визит', en: 'First visit' },
  lastVisit: { uk: 'Останній візит', ru: 'Последний визит', en: 'Last visit' },
  daysSince: { uk: 'Днів минуло', ru: 'Дней прошло', en: 'Days since' },
  staff: { uk: 'Майстер', ru: 'Мастер', en: 'Master' },
  service: { uk: 'Послуга', ru: 'Услуга', en: 'Service' },
  visits: { uk: 'Візитів', ru: 'Визитов', en: 'Visits' },
  revenue: { uk: 'Виручка', ru: 'Выручка', en: 'Revenue' },
  averageTicket: { uk: 'Середній чек', ru: 'Средний чек', en: 'Average ticket' },
  expectedGap: { uk: 'Зазвичай кожні, днів', ru: 'Обычно каждые, дней', en: 'Usual gap, days' },
  expectedOn: { uk: 'Очікуємо', ru: 'Ожидаем', en: 'Expected on' },
  daysOverdue: { uk: 'Прострочено, днів', ru: 'Просрочено, дней', en: 'Days overdue' },
  state: { uk: 'Стан', ru: 'Состояние', en: 'State' },
  pAlive: { uk: 'Ще наш клієнт, ймовірність', ru: 'Ещё наш клиент, вероятность', en: 'Still a client, probability' },
  expectedVisits12m: { uk: 'Візитів за 12 місяців', ru: 'Визитов за 12 месяцев', en: 'Visits in 12 months' },
  value12m: { uk: 'Ризикуємо втратити', ru: 'Рискуем потерять', en: 'Value at risk' },
  key: { uk: 'Група', ru: 'Группа', en: 'Group' },
  served: { uk: 'Клієнтів', ru: 'Клиентов', en: 'Served' },
  returned: { uk: 'Повернулися', ru: 'Вернулись', en: 'Returned' },
  open: { uk: 'Час ще не минув', ru: 'Время ещё не вышло', en: 'Time not over' },
  missed: { uk: 'Не повернулися вчасно', ru: 'Не вернулись вовремя', en: 'Missed' },
  outside: { uk: 'Прийшли пізніше', ru: 'Пришли позже', en: 'Came later' },
  booked: { uk: 'Записані', ru: 'Записаны', en: 'Booked' },
  lost: { uk: 'Втрачені', ru: 'Потеряны', en: 'Lost' },
  rate: { uk: 'Утримання', ru: 'Возвращаемость', en: 'Retention rate' },
  rateLow: { uk: 'Утримання, від', ru: 'Возвращаемость, от', en: 'Rate, low' },
  rateHigh: { uk: 'Утримання, до', ru: 'Возвращаемость, до', en: 'Rate, high' },
  returnedSame: { uk: 'Повернулися сюди ж', ru: 'Вернулись сюда же', en: 'Returned to the same' },
  rateSame: { uk: 'Утримання сюди ж', ru: 'Возвращаемость сюда же', en: 'Rate to the same' },
  newServed: { uk: 'Нових клієнтів', ru: 'Новых клиентов', en: 'New: served' },
  newReturned: { uk: 'Нові: повернулися', ru: 'Новые: вернулись', en: 'New: returned' },
  newLost: { uk: 'Нові: втрачені', ru: 'Новые: потеряны', en: 'New: lost' },
} as const satisfies Record<string, Record<Language, string>>

export type ColumnName = keyof typeof COLUMN_NAMES

/** Words for the codes that appear in cells: those of the page. */
export const CELL_WORDS: Record<string, Record<Language, string>> = {
  total: { uk: 'Разом', ru: 'Итого', en: 'Total' },
  none: { uk: '(не вказано)', ru: '(не указано)', en: '(none)' },
  returned: { uk: 'повернення', ru: 'возвращение', en: 'came back' },
  open: { uk: 'ще є час', ru: 'ещё есть время', en: 'still has time' },
  outside: { uk: 'візит пізніше', ru: 'визит позже', en: 'came later' },
  booked: { uk: 'є запис', ru: 'есть запись', en: 'booked' },
  lost: { uk: 'втрачено', ru: 'потеря', en: 'lost' },
  active: { uk: 'у ритмі', ru: 'в ритме', en: 'in rhythm' },
  due: { uk: 'час нагадати', ru: 'пора напомнить', en: 'time to remind' },
  atRisk: { uk: 'під загрозою', ru: 'под угрозой', en: 'at risk' },
  longOverdue: { uk: 'давно немає', ru: 'давно не было', en: 'long overdue' },
  new: { uk: 'нові', ru: 'новые', en: 'new' },
  returning: { uk: 'повторні', ru: 'повторные', en: 'returning' },
}
