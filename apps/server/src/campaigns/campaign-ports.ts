import { accrueTo, balancesOf, expiringBetween, redeemedOf } from '../bonuses/index.ts'
import { addressesOf, openSender } from '../channels/index.ts'
import { awayOn, membersOf } from '../groups/index.ts'
import { bookingTarget, clicksOf, linksFor, unsubscribeLinksFor } from '../links/index.ts'
import type { CampaignPorts } from './ports.ts'

/** The parts below campaigns, as they are. */
export const campaignPorts: CampaignPorts = {
  membersOf,
  awayOn,
  accrueTo,
  balancesOf,
  expiringBetween,
  redeemedOf,
  addressesOf,
  openSender,
  linksFor,
  bookingTarget,
  clicksOf,
  unsubscribeLinksFor,
}
