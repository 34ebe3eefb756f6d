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
  IconChartBar,
  IconChecklist,
  IconFileImport,
  IconGift,
  IconListCheck,
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

const QUALITY: MenuItem = { to: '/quality', label: 'nav.quality', icon: IconChecklist, can: canSeeQuality }

const SECTIONS: MenuSection[] = [
  { label: null, items: [{ to: '/overview', label: 'nav.overview', icon: IconChartBar, can: canSeeSalon }] },
  {
    label: 'nav.clients',
    items: [
      { to: '/retention', label: 'nav.retention', icon: IconArrowBackUp, feature: 'retention' },
      { to: '/due', label: 'nav.due', icon: IconPhoneCall, feature: 'due' },
      { to: '/clients', label: 'nav.allClients', icon: IconUsers },
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
      { to: '/calls', label: 'nav.calls', icon: IconListCheck, feature: 'winback', can: canSeeCalls, badge: 'calls' },
      {
        ...{ to: '/replies', label: 'replies.title', icon: IconMessages, feature: 'winback' },
        ...{ can: canSeeReplies, badge: 'replies' },
      },
      { to: '/surveys', label: 'surveys.title', icon: IconMoodSmile, feature: 'winback', can: canSeeSurveys },
    ],
  },
]

/** What the phone's bar folds under "Management"; import and settings stand beside it. */
export const MANAGEMENT: MenuSection[] = [...SECTIONS, { label: 'nav.data', items: [QUALITY] }]

/** The menu shows what exists. */
export const MENU: MenuSection[] = [
  ...SECTIONS,
  {
    label: 'nav.data',
    items: [{ to: '/import', label: 'nav.import', icon: IconFileImport, can: mayTryImport }, QUALITY],
  },
  { label: null, items: [{ to: '/settings', label: 'nav.settings', icon: IconSettings }], last: true },
]
