import type { Catalogue } from '../catalogue.ts'

export const phone: Catalogue['phone'] = {
  offline: 'Нет соединения. Это числа по состоянию на {{date}}.',
  updated: 'Есть новая версия Comeback.',
  reload: 'Обновить',
}
