import { SURVEY_BANDS, type SurveyBand } from '@comeback/retention'

/** What the address of the page says; everybody by default. */
export function readSurveysSearch({ band }: Record<string, unknown>): { band?: SurveyBand } {
  const chosen = SURVEY_BANDS.find((each) => each === band)
  return chosen ? { band: chosen } : {}
}
