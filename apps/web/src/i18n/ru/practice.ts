import type { Catalogue } from '../catalogue.ts'

export const practice: Catalogue['practice'] = {
  name: 'Пробный салон',
  explain: 'Копия демонстрационного салона только для вас: пишите клиентам, дарите бонусы. Наружу не уйдёт ничего.',
  banner: 'Пробный салон: на самом деле ничего не отправляется. Сегодня здесь {{date}}.',
  week: 'Пусть пройдёт неделя',
  month: 'Пусть пройдут 4 недели',
  played: {
    one: 'Теперь {{date}}. Был {{count, number}} визит; из них благодаря сообщениям: {{messages}}.',
    few: 'Теперь {{date}}. Было {{count, number}} визита; из них благодаря сообщениям: {{messages}}.',
    many: 'Теперь {{date}}. Было {{count, number}} визитов; из них благодаря сообщениям: {{messages}}.',
    other: 'Теперь {{date}}. Было {{count, number}} визита; из них благодаря сообщениям: {{messages}}.',
  },
}
