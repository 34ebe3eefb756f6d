import {
  type Actor,
  canImport,
  canSeeBonuses,
  canSeeCalls,
  canSeeCampaigns,
  canSeeGroups,
  canSeeQuality,
  canSeeReplies,
  canSeeSalon,
  canSeeSurveys,
} from '@comeback/server/permissions'
import type { Feature } from '@comeback/server/plans'
import {
  IconArrowBackUp,
  IconCalendarDue,
  IconChartBar,
  IconChecklist,
  IconFileImport,
  IconGift,
  IconMessages,
  IconMoodSmile,
  IconPhoneCall,
  IconRepeat,
  IconSend,
  IconSettings,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import type { TextKey } from '../i18n/catalogue.ts'

export interface MenuItem {
  to:
    | '/overview'
    | '/retention'
    | '/due'
    | '/clients'
    | '/groups'
    | '/campaigns'
    | '/automations'
    | '/bonuses'
    | '/calls'
    | '/replies'
    | '/surveys'
    | '/import'
    | '/quality'
    | '/settings'
  label: TextKey
  /** where there is room for a word or two */
  short?: TextKey
  icon: TablerIcon
  /** shown with a lock when the salon's plan does not have it */
  feature?: Feature
  /** what waits there, counted beside the name */
  badge?: 'calls' | 'replies'
  /** whom it is shown to; everybody by default */
  can?: (actor: Actor) => boolean
}

export interface MenuSection {
  label: TextKey | null
  items: MenuItem[]
  /** stands at the foot of the menu */
  last?: true
}

/** A stranger is led from the import to making an account. */
export const mayTryImport = (actor: Actor) => canImport(actor) || actor.role === 'stranger'

const OVERVIEW: MenuItem = { to: '/overview', label: 'nav.overview', icon: IconChartBar, can: canSeeSalon }
const DUE: MenuItem = { to: '/due', label: 'nav.due', short: 'nav.bar.due', icon: IconCalendarDue, feature: 'due' }
const CLIENTS: MenuItem = { to: '/clients', label: 'nav.allClients', short: 'nav.clients', icon: IconUsers }
const CALLS: MenuItem = {
  ...{ to: '/calls', label: 'nav.calls', short: 'nav.bar.calls', icon: IconPhoneCall },
  ...{ feature: 'winback', can: canSeeCalls, badge: 'calls' },
}
const REPLIES: MenuItem = {
  ...{ to: '/replies', label: 'replies.title', icon: IconMessages },
  ...{ feature: 'winback', can: canSeeReplies, badge: 'replies' },
}

/** The menu shows what exists. */
export const MENU: MenuSection[] = [
  { label: null, items: [OVERVIEW] },
  {
    label: 'nav.clients',
    items: [
      { to: '/retention', label: 'nav.retention', icon: IconArrowBackUp, feature: 'retention' },
      DUE,
      CLIENTS,
      { to: '/groups', label: 'nav.groups', icon: IconUsersGroup, feature: 'winback', can: canSeeGroups },
    ],
  },
  {
    label: 'nav.winback',
    items: [
      { to: '/campaigns', label: 'campaigns.title', icon: IconSend, feature: 'winback', can: canSeeCampaigns },
      {
        ...{ to: '/automations', label: 'automations.title', icon: IconRepeat, feature: 'winback' },
        can: canSeeCampaigns,
      },
      { to: '/bonuses', label: 'bonuses.title', icon: IconGift, feature: 'winback', can: canSeeBonuses },
      CALLS,
      REPLIES,
      { to: '/surveys', label: 'surveys.title', icon: IconMoodSmile, feature: 'winback', can: canSeeSurveys },
    ],
  },
  {
    label: 'nav.data',
    items: [
      { to: '/import', label: 'nav.import', icon: IconFileImport, can: mayTryImport },
      { to: '/quality', label: 'nav.quality', icon: IconChecklist, can: canSeeQuality },
    ],
  },
  { label: null, items: [{ to: '/settings', label: 'nav.settings', icon: IconSettings }], last: true },
]

/** Beside the way to everything else. */
const PLACES = 4

/** What the phone's bar has: of what is used most, what this person and their plan have. */
export function barOf(actor: Actor, has: (feature: Feature) => boolean): MenuItem[] {
  return [OVERVIEW, DUE, CALLS, REPLIES, CLIENTS]
    .filter(({ can, feature }) => (!can || can(actor)) && (!feature || has(feature)))
    .slice(0, PLACES)
}

/** Where somebody who comes in begins: who makes the calls with the calls, a master with whom to expect. */
export function startOf(actor: Actor, has: (feature: Feature) => boolean): '/calls' | '/due' | '/retention' {
  if (actor.role === 'administrator' && canSeeCalls(actor) && has('winback')) return '/calls'
  return actor.role === 'master' && has('due') ? '/due' : '/retention'
}
