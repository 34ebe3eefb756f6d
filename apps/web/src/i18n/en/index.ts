import type { Catalogue } from '../catalogue.ts'
import { account } from './account.ts'
import { api } from './api.ts'
import { audit } from './audit.ts'
import { automations } from './automations.ts'
import { bonuses } from './bonuses.ts'
import { campaigns } from './campaigns.ts'
import { channels } from './channels.ts'
import { cohorts } from './cohorts.ts'
import { common, errors, nav, periods, settings } from './common.ts'
import { curve } from './curve.ts'
import { define } from './define.ts'
import { booking, calls } from './desk.ts'
import { due, forecast } from './due.ts'
import { fair } from './fair.ts'
import { groups } from './groups.ts'
import { host } from './host.ts'
import { imports } from './imports.ts'
import { overview } from './overview.ts'
import { client, people } from './people.ts'
import { phone } from './phone.ts'
import { plans } from './plans.ts'
import { practice } from './practice.ts'
import { privacy } from './privacy.ts'
import { quality } from './quality.ts'
import { rebooking } from './rebooking.ts'
import { replies } from './replies.ts'
import { retention } from './retention.ts'
import { salons } from './salons.ts'
import { surveys } from './surveys.ts'
import { tools } from './tools.ts'
import { waits } from './waits.ts'

export const en: Catalogue = {
  common,
  nav,
  periods,
  settings,
  errors,
  overview,
  retention,
  rebooking,
  tools,
  waits,
  people,
  client,
  imports,
  groups,
  host,
  account,
  salons,
  api,
  audit,
  channels,
  practice,
  privacy,
  quality,
  bonuses,
  plans,
  phone,
  define,
  calls,
  booking,
  replies,
  surveys,
  due,
  forecast,
  curve,
  cohorts,
  fair,
  campaigns,
  automations,
}
