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
  because: 'habit' | 'message'
}

/** Share of those a message brings within three weeks, whatever they would have done by themselves: the known truth. */
export const MESSAGE_BRINGS = 0.15

const ANSWERS_WITHIN = 21
const HABIT_STREAM = 11
const MESSAGE_STREAM = 12

/**
 * When a client of a practice salon comes, from the first to the last of some days. Each day and each message has a draw
 * of its own, so the same days give the same visits whether they are played at once or one by one.
 */
export function comings(habit: Habit, from: Day, to: Day, seed: number): Coming[] {
  const { client, gap, isBooked, messages } = habit
  const answers = messages.flatMap((day) => answerTo(client, day, seed))
  const all: Coming[] = []
  let last = habit.lastVisit
  for (let day = from; day <= to; day++) {
    const isAnswer = answers.includes(day)
    const comesAnyway =
      !isBooked && new Random(seed, HABIT_STREAM, client, day).chance(chanceOn((day - last) / gap, gap))
    if (!isAnswer && !comesAnyway) continue
    all.push({ day, because: isAnswer ? 'message' : 'habit' })
    last = day
  }
  return all
}

function answerTo(client: number, day: Day, seed: number): Day[] {
  const random = new Random(seed, MESSAGE_STREAM, client, day)
  return random.chance(MESSAGE_BRINGS) ? [day + random.between(1, ANSWERS_WITHIN)] : []
}

/** How likely a client comes on a day, by how many of their usual gaps they have been away: most come when it is time. */
function chanceOn(away: number, gap: number): number {
  if (away < 0.7) return 0
  if (away <= 1.25) return 1.8 / Math.max(gap, 7)
  if (away <= 2) return 1 / Math.max(gap, 7)
  return away <= 3 ? 0.35 / Math.max(gap, 7) : 0.0015
}
