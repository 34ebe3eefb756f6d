import type { CampaignPlan } from '../../api/types.ts'
import classes from './campaigns.module.css'

/** What a message says, in each of its languages; fields stand as they were written. */
export function MessageTexts({ plan }: { plan: Pick<CampaignPlan, 'language' | 'text' | 'translations'> }) {
  return [plan, ...plan.translations].map(({ language, text }) => (
    <p key={language} lang={language} className={classes.bubble}>
      {text}
    </p>
  ))
}
