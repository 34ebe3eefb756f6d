import type { Mail } from '../mail/index.ts'

/** In three languages, as nobody knows the reader's yet. */
export function invitationMail(to: string, link: string): Mail {
  return {
    to,
    subject: 'Comeback: запрошення · приглашение · invitation',
    text: [
      'Вас запросили до Comeback — дивитися, хто з клієнтів повертається. Посилання діє тиждень:',
      'Вас пригласили в Comeback — смотреть, кто из клиентов возвращается. Ссылка действует неделю:',
      'You are invited to Comeback, which shows which clients come back. The link works for a week:',
      link,
    ].join('\n\n'),
  }
}
