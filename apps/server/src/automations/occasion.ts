import type { Day } from '@comeback/retention'

/** Something that happened with a client, of which an automation writes once. */
export interface Occasion {
  clientId: number
  /** what happened and when; never again for this client */
  key: string
  /** the day from which it is written of */
  due: Day
  /** the last day it makes sense to write of it; without one it is a week after `due` */
  last?: Day
}

/** Which occasions are asked for: due on one of these days, both included. */
export interface Span {
  from: Day
  to: Day
  /** the last day the book tells of */
  asOf: Day
  /** `now`: only where nothing has ended it since; `then`: as it was on its day, to say what would have been written */
  seen: 'now' | 'then'
}
