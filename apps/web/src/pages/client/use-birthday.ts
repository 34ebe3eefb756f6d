import type { ClientCard } from '../../api/types.ts'
import { useWords } from '../../i18n/period-words.ts'

const SOON_DAYS = 60

/** A client's birthday in words, and under it their age and how soon it is; `null` where it is not known or not shown. */
export function useBirthday(): (client: ClientCard['client']) => { text: string; under: string } | null {
  const { say, formats } = useWords()
  return ({ birthday, nextBirthday }) => {
    if (birthday === '') return null
    // without a year: 2000 has every day there is
    const text = birthday.startsWith('--') ? formats.dayMonth(`2000${birthday.slice(1)}`) : formats.shortDate(birthday)
    if (nextBirthday === null) return { text, under: say('client.birthdayPlaceholder') }
    const { inDays, turns } = nextBirthday
    const age = turns === null ? null : inDays === 0 ? turns : turns - 1
    const about = [
      age === null ? null : say('client.age', { count: age }),
      inDays === 0 ? say('client.birthdayToday') : null,
      inDays === 1 ? say('client.birthdayTomorrow') : null,
      inDays > 1 && inDays <= SOON_DAYS ? say('client.birthdayIn', { count: inDays }) : null,
    ]
    return { text, under: about.filter((each) => each !== null).join(', ') }
  }
}
