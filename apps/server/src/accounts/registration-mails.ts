import type { Mail } from '../mail/index.ts'

// In three languages, as nobody knows the reader's yet.

/** To an address without an account: where to finish making one. */
export function finishMail(to: string, link: string): Mail {
  return {
    to,
    subject: 'Comeback: новий акаунт · новый аккаунт · new account',
    text: [
      'Щоб завершити створення акаунта, відкрийте посилання протягом доби:',
      'Чтобы завершить создание аккаунта, откройте ссылку в течение суток:',
      'To finish making your account, open the link within a day:',
      link,
      ...NOT_ASKED,
    ].join('\n\n'),
  }
}

/** The ways in for an address that has an account. */
export interface WaysIn {
  signIn: string
  forgot: string
  /** to open once signed in; `null` without an invitation */
  invitation: string | null
}

/** To an address that has an account: how to get into it. */
export function knownMail(to: string, { signIn, forgot, invitation }: WaysIn): Mail {
  return {
    to,
    subject: 'Comeback: у вас уже є акаунт · у вас уже есть аккаунт · you have an account',
    text: [
      'На цю адресу вже є акаунт. Увійдіть — або задайте новий пароль, якщо забули його:',
      'На этот адрес уже есть аккаунт. Войдите — или задайте новый пароль, если забыли его:',
      'There is an account with this address. Sign in, or set a new password if you forgot it:',
      `${signIn}\n${forgot}`,
      ...(invitation === null
        ? []
        : [
            'Потім відкрийте своє запрошення:\nЗатем откройте своё приглашение:\nThen open your invitation:',
            invitation,
          ]),
      ...NOT_ASKED,
    ].join('\n\n'),
  }
}

const NOT_ASKED = [
  'Якщо ви цього не просили, нічого не робіть.\nЕсли вы этого не просили, ничего не делайте.\nIf you did not ask for this, do nothing.',
]
