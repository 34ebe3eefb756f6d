import type { Catalogue } from '../catalogue.ts'

/** Links to another salon than the one looked at. */
export const salons: Catalogue['salons'] = {
  otherTitle: 'Это ссылка на «{{salon}}»',
  otherText: 'Сейчас вы смотрите «{{salon}}».',
  open: 'Открыть «{{salon}}»',
  stay: 'Смотреть дальше «{{salon}}»',
  unseenTitle: 'Этот салон вам не открыт',
  unseenText:
    'Ссылка ведёт в салон, в котором {{email}} не работает. Войдите с другим адресом или попросите приглашение у владельца.',
  signInTitle: 'Войдите, чтобы открыть ссылку',
  signInText: 'Она ведёт в салон, который видят только его люди.',
}
