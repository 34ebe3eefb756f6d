/** Links to another salon than the one looked at. */
export const salons = {
  otherTitle: 'Це посилання на «{{salon}}»',
  otherText: 'Зараз ви дивитеся «{{salon}}».',
  open: 'Відкрити «{{salon}}»',
  stay: 'Дивитися далі «{{salon}}»',
  unseenTitle: 'Цей салон вам не відкрито',
  unseenText:
    'Посилання веде до салону, у якому {{email}} не працює. Увійдіть з іншою адресою або попросіть запрошення у власника.',
  signInTitle: 'Увійдіть, щоб відкрити посилання',
  signInText: 'Воно веде до салону, який бачать лише його люди.',
}
