import type { Day } from '@comeback/retention'
import { Random } from '../demo/index.ts'

/** What is known of a client on the eve of the days that are played. */
export interface Habit {
  /** tells their luck apart from others' */
  client: number
  lastVisit: Day
  /** days between visits to be expected of them */
  gap: number
  /** they hold an appointment, and do not come besides */
  isBooked: boolean
  /** days on which a message of a campaign reached them */
  messages: readonly Day[]
}

export interface Coming {
  day: Day
  /** what the message did that brought them; `null`: they come by habit */
  answer: Answer | null
}

/** What a message makes a client do. */
export interface Answer {
  /** day of the message */
  message: Day
  clicksOn: Day
  /** `null`: they only had a look */
  visit: { bookedOn: Day; day: Day } | null
}

/** Share of those a message brings within three weeks, whatever they would have done by themselves: the known truth. */
export const MESSAGE_BRINGS = 0.15
const ANSWERS_WITHIN = 21
/** Of the others, who open the link and let it be. */
const ONLY_LOOK = 0.12
const LOOK_WITHIN = 4

const HABIT_STREAM = 11
const MESSAGE_STREAM = 12

/**
 * When a client of a practice salon comes, from the first to the last of some days. Each day and each message has a draw
 * of its own, so the same days give the same visits whether they are played at once or one by one.
 */
export function comings(habit: Habit, from: Day, to: Day, seed: number): Coming[] {
  const { client, gap } = habit
  const answers = answersOf(habit, seed)
  const all: Coming[] = []
  let last = habit.lastVisit
  for (let day = from; day <= to; day++) {
    const answer = answers.find(({ visit }) => visit?.day === day) ?? null
    const chance = holdsAppointment(habit, answers, from, day) ? 0 : chanceOn((day - last) / gap, gap)
    const comesAnyway = new Random(seed, HABIT_STREAM, client, day).chance(chance)
    if (!answer && !comesAnyway) continue
    all.push({ day, answer })
    last = day
  }
  return all
}

/** What each message to a client makes them do: nothing, most of the time. */
export function answersOf({ client, messages }: Pick<Habit, 'client' | 'messages'>, seed: number): Answer[] {
  return messages.flatMap((message): Answer[] => {
    const random = new Random(seed, MESSAGE_STREAM, client, message)
    if (random.chance(MESSAGE_BRINGS)) {
      const day = message + random.between(1, ANSWERS_WITHIN)
      const bookedOn = random.between(message + 1, day)
      return [{ message, clicksOn: bookedOn, visit: { bookedOn, day } }]
    }
    return random.chance(ONLY_LOOK)
      ? [{ message, clicksOn: message + random.between(1, LOOK_WITHIN), visit: null }]
      : []
  })
}

/** Whether they hold an appointment on a day, one made for a message or, on the eve, another. */
function holdsAppointment({ isBooked }: Habit, answers: readonly Answer[], from: Day, day: Day): boolean {
  const awaits = (on: Day) => answers.some(({ visit }) => visit && visit.bookedOn <= on && on < visit.day)
  return awaits(day) || (isBooked && !awaits(from - 1))
}

/** How likely a client comes on a day, by how many of their usual gaps they have been away: most come when it is time. */
function chanceOn(away: number, gap: number): number {
  if (away < 0.7) return 0
  if (away <= 1.25) return 1.8 / Math.max(gap, 7)
  if (away <= 2) return 1 / Math.max(gap, 7)
  return away <= 3 ? 0.35 / Math.max(gap, 7) : 0.0015
}
