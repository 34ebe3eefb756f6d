import type { Status } from '@comeback/retention'
import { normaliseWords } from '../words/normalise.ts'

export const KNOWN_STATUSES = ['completed', 'scheduled', 'cancelled', 'no_show'] as const
export type KnownStatus = (typeof KNOWN_STATUSES)[number]

export function isKnownStatus(text: string): text is KnownStatus {
  return KNOWN_STATUSES.some((each) => each === text)
}

/** Words for what became of an appointment, normalised, in three languages and as booking systems write them. */
const STATUS_WORDS: Record<KnownStatus, readonly string[]> = {
  completed: [
    ...['completed', 'complete', 'done', 'finished', 'visited', 'attended', 'arrived', 'showed', 'show', 'came'],
    ...['checked out', 'checkout', 'checked in', 'closed', 'fulfilled', 'paid', 'відбувся', 'завершено', 'завершений'],
    ...['завершена', 'виконано', 'виконаний', 'виконана', 'відвідав', 'відвідала', 'прийшов', 'прийшла'],
    ...['клієнт прийшов', 'оплачено', 'сплачено', 'візит відбувся', 'состоялся', 'завершен', 'завершён', 'завершена'],
    ...['выполнено', 'выполнен', 'выполнена', 'посетил', 'посетила', 'пришел', 'пришёл', 'пришла', 'клиент пришел'],
    ...['клиент пришёл', 'визит состоялся', 'выполненный'],
  ],
  scheduled: [
    ...['scheduled', 'booked', 'confirmed', 'unconfirmed', 'pending', 'waiting', 'new', 'upcoming', 'accepted'],
    ...['planned', 'active', 'tentative', 'open', 'in progress', 'started', 'заплановано', 'запланований', 'очікує'],
    ...['запланована', 'очікування', 'очікується', 'очікування клієнта', 'підтверджено', 'підтверджений', 'нова'],
    ...['підтверджена', 'клієнт підтвердив', 'записаний', 'записана', 'новий', 'активний', 'активна', 'запланирован'],
    ...['запланировано', 'запланирована', 'ожидание', 'ожидает', 'ожидается', 'ожидание клиента', 'подтвержден'],
    ...['подтверждён', 'подтверждено', 'подтверждена', 'клиент подтвердил', 'записан', 'новая', 'новый', 'активный'],
  ],
  cancelled: [
    ...['cancelled', 'canceled', 'cancelled by client', 'canceled by client', 'cancelled by customer', 'deleted'],
    ...['canceled by customer', 'cancelled by seller', 'canceled by seller', 'cancelled by salon', 'void', 'voided'],
    ...['canceled by salon', 'cancelled by business', 'canceled by business', 'declined', 'rejected', 'late cancel'],
    ...['late cancellation', 'скасовано', 'скасований', 'скасована', 'скасовано клієнтом', 'відмінено', 'відмінений'],
    ...['відмінена', 'видалено', 'видалений', 'видалена', 'відмова', 'відхилено', 'отменен', 'отменён', 'отменена'],
    ...['отменено', 'отменено клиентом', 'отказ', 'удален', 'удалён', 'удалено', 'удалена', 'отклонено'],
  ],
  no_show: [
    ...['no show', 'noshow', 'did not attend', 'did not show', 'missed', 'not attended', 'absent', 'неявка'],
    ...['не прийшов', 'не прийшла', 'клієнт не прийшов', 'не зявився', 'не зявилась', 'не зявилася', 'не відбувся'],
    ...['не пришел', 'не пришёл', 'не пришла', 'клиент не пришел', 'клиент не пришёл', 'не явился', 'не явилась'],
  ],
}

/** Attendance codes of Altegio and YCLIENTS. */
const STATUS_CODES: Record<string, KnownStatus> = {
  '1': 'completed',
  '2': 'scheduled',
  '0': 'scheduled',
  '-1': 'no_show',
}

const STATUS_BY_WORD = new Map(
  Object.entries(STATUS_WORDS).flatMap(([status, words]) =>
    words.map((word) => [word, status as KnownStatus] as const),
  ),
)

/**
 * Status a cell means: `blank` when it is empty, `null` when the word is not known. `meant` is what a person said of
 * normalised words.
 */
export function readStatus(text: string, meant?: ReadonlyMap<string, KnownStatus>): Status | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '-' || trimmed === '—') return 'blank'
  const word = normaliseWords(trimmed)
  return meant?.get(word) ?? STATUS_CODES[trimmed] ?? STATUS_BY_WORD.get(word) ?? null
}
