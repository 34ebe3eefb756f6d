import { bandOf, type Day, formatDay, type SurveyBand } from '@comeback/retention'
import type { SentMessage } from '../campaigns/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { Random } from '../demo/index.ts'
import { countClick, linkSentTo } from '../links/index.ts'
import { answerSurvey } from '../surveys/index.ts'

const SEED = 1
const SURVEY_STREAM = 17
const ANSWER = 0.3
const WITHIN = 4
const SAY_WHY = 0.4

/** Scores, each as likely as it stands here often. */
const SCORES = [...([10, 9, 9, 10, 9, 10, 9] as const), ...([8, 8, 7, 8] as const), ...([6, 5, 3, 0] as const)]

const WORDS: Record<SurveyBand, string[]> = {
  promoters: ['Усе сподобалося, дякую!', 'Завжди чисто і вчасно', 'Майстриня чудова, вже порадила подрузі'],
  passives: ['Добре, але довго чекала', 'Хотілося б більше вільних годин у суботу'],
  detractors: [
    'Довелося чекати пів години',
    'Лак протримався три дні',
    'Дорого, і майстриню замінили без попередження',
  ],
}

/** Some of those whose message asked answer within days; nobody but the salon is told of it. */
export async function answerSurveys(
  scope: WorkspaceScope,
  sent: ReadonlyMap<number, readonly SentMessage[]>,
  eve: Day,
  to: Day,
): Promise<void> {
  for (const [clientId, messages] of sent) {
    for (const { day, source } of messages) {
      const random = new Random(SEED, SURVEY_STREAM, clientId, day)
      const isAnswered = random.chance(ANSWER)
      const on = day + random.between(1, WITHIN)
      if (!isAnswered || on <= eve || on > to) continue
      const link = await linkSentTo(scope, { kind: 'survey', id: source.id }, clientId)
      if (!link) continue
      const score = random.pick(SCORES)
      const comment = random.chance(SAY_WHY) ? random.pick(WORDS[bandOf(score)]) : ''
      const now = new Date(`${formatDay(on)}T11:30:00Z`)
      await countClick(link, now)
      const asked = { clientId, campaignId: source.id }
      await answerSurvey(scope, asked, { score, comment }, { now, announce: async () => {} })
    }
  }
}
