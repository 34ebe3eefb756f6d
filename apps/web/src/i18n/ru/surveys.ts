import type { Catalogue } from '../catalogue.ts'

export const surveys: Catalogue['surveys'] = {
  title: 'Опрос',
  lead: 'Посоветовали бы вас друзьям: последний ответ каждого клиента. Прежние — в карточке клиента.',
  shown: 'Чьи ответы показать',
  all: 'Все',
  scores: { detractors: '0–6', passives: '7–8', promoters: '9–10' },
  band: { detractors: 'Критики', passives: 'Нейтральные', promoters: 'Сторонники' },
  scoreOf: 'Оценка {{score}} из 10',
  notYet: 'Ответов пока мало: {{count}} из {{least}}',
  likely: 'вероятнее всего от {{low}} до {{high}}; {{answers}}',
  answers: {
    one: '{{count, number}} ответ',
    few: '{{count, number}} ответа',
    many: '{{count, number}} ответов',
    other: '{{count, number}} ответа',
  },
  noneHere: 'С такими оценками ответов нет.',
  groupName: 'Опрос: {{band}}, {{date}}',
  emptyTitle: 'Ответов пока нет',
  emptyText:
    'Добавьте в текст рассылки или автоматизации поле «ссылка на опрос» или выберите готовый текст «Спросить мнение». Каждый клиент получит свою ссылку: одна оценка от 0 до 10 и несколько слов по желанию. Удобнее всего спрашивать через несколько дней после визита.',
}
