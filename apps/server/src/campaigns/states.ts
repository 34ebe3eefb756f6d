/** Where a campaign stands. `awaitingApproval`: somebody else has to say yes; `scheduled`: it goes out by itself. */
export const CAMPAIGN_STATES = [
  'draft',
  'awaitingApproval',
  'scheduled',
  'sending',
  'paused',
  'stopped',
  'done',
] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** Why somebody of the audience was not written to, decided before the draw. */
export const SKIP_REASONS = [
  'erased',
  'noAddress',
  'noConsent',
  'alreadyBooked',
  'cameMeanwhile',
  'overCap',
  'duplicateAddress',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Why a message never left: for the same reasons found later, or because the campaign was stopped. */
export const PASSED_OVER = [...SKIP_REASONS, 'stopped'] as const
export type PassedOver = (typeof PASSED_OVER)[number]
