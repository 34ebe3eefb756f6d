export const phone = {
  offline: 'Немає з’єднання. Це числа станом на {{date}}.',
  updated: 'Є нова версія Comeback.',
  reload: 'Оновити',
}
