import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { readAuditSearch } from '../pages/audit/audit-search.ts'
import { readCallsSearch } from '../pages/calls/calls-search.ts'
import { readClientsSearch } from '../pages/clients/clients-search.ts'
import { readDueSearch } from '../pages/due/due-search.ts'
import { readGroupsSearch } from '../pages/groups/groups-search.ts'
import { readOverviewSearch } from '../pages/overview/overview-search.ts'
import { readRepliesSearch } from '../pages/replies/replies-search.ts'
import { readRetentionSearch } from '../pages/retention/retention-search.ts'
import { readSurveysSearch } from '../pages/surveys/surveys-search.ts'
import { NotFound, PageBroke } from './error-pages.tsx'
import { readMark } from './salon-mark.ts'
import { parseSearch, stringifySearch } from './search-text.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageBroke,
  validateSearch: readMark,
  search: { middlewares: [retainSearchParams(['w'])] },
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
})

const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(() => import('../pages/retention/retention-page.tsx'), 'RetentionPage'),
})

const due = createRoute({
  getParentRoute: () => root,
  path: '/due',
  validateSearch: readDueSearch,
  component: lazyRouteComponent(() => import('../pages/due/due-page.tsx'), 'DuePage'),
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('../pages/overview/overview-page.tsx'), 'OverviewPage'),
})

const clients = createRoute({
  getParentRoute: () => root,
  path: '/clients',
  validateSearch: readClientsSearch,
  component: lazyRouteComponent(() => import('../pages/clients/clients-page.tsx'), 'ClientsPage'),
})

const groups = createRoute({
  getParentRoute: () => root,
  path: '/groups',
  validateSearch: readGroupsSearch,
  component: lazyRouteComponent(() => import('../pages/groups/groups-page.tsx'), 'GroupsPage'),
})

const newGroup = createRoute({
  getParentRoute: () => root,
  path: '/groups/new',
  component: lazyRouteComponent(() => import('../pages/groups/rule-page.tsx'), 'NewGroupPage'),
})

const group = createRoute({
  getParentRoute: () => root,
  path: '/groups/$id',
  validateSearch: readClientsSearch,
  component: lazyRouteComponent(() => import('../pages/groups/group-page.tsx'), 'GroupPage'),
})

const groupRule = createRoute({
  getParentRoute: () => root,
  path: '/groups/$id/rule',
  component: lazyRouteComponent(() => import('../pages/groups/rule-page.tsx'), 'GroupRulePage'),
})

const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id',
  component: lazyRouteComponent(() => import('../pages/client/client-page.tsx'), 'ClientPage'),
})

const bonuses = createRoute({
  getParentRoute: () => root,
  path: '/bonuses',
  component: lazyRouteComponent(() => import('../pages/bonuses/bonuses-page.tsx'), 'BonusesPage'),
})

const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  validateSearch: readCallsSearch,
  component: lazyRouteComponent(() => import('../pages/calls/calls-page.tsx'), 'CallsPage'),
})

const replies = createRoute({
  getParentRoute: () => root,
  path: '/replies',
  validateSearch: readRepliesSearch,
  component: lazyRouteComponent(() => import('../pages/replies/replies-page.tsx'), 'RepliesPage'),
})

const surveys = createRoute({
  getParentRoute: () => root,
  path: '/surveys',
  validateSearch: readSurveysSearch,
  component: lazyRouteComponent(() => import('../pages/surveys/surveys-page.tsx'), 'SurveysPage'),
})

const booking = createRoute({
  getParentRoute: () => root,
  path: '/settings/booking',
  component: lazyRouteComponent(() => import('../pages/booking/booking-page.tsx'), 'BookingPage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../pages/imports/imports-page.tsx'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('../pages/imports/import-page.tsx'), 'ImportPage'),
})

const quality = createRoute({
  getParentRoute: () => root,
  path: '/quality',
  component: lazyRouteComponent(() => import('../pages/quality/quality-page.tsx'), 'QualityPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
})

const api = createRoute({
  getParentRoute: () => root,
  path: '/settings/api',
  component: lazyRouteComponent(() => import('../pages/api/api-page.tsx'), 'ApiPage'),
})

const channels = createRoute({
  getParentRoute: () => root,
  path: '/settings/channels',
  component: lazyRouteComponent(() => import('../pages/channels/channels-page.tsx'), 'ChannelsPage'),
})

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('../pages/campaigns/campaigns-page.tsx'), 'CampaignsPage'),
})

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('../pages/campaigns/campaign-page.tsx'), 'CampaignPage'),
})

const readToken = ({ token }: Record<string, unknown>) => (typeof token === 'string' ? { token } : {})

const automations = createRoute({
  getParentRoute: () => root,
  path: '/automations',
  component: lazyRouteComponent(() => import('../pages/automations/automations-page.tsx'), 'AutomationsPage'),
})

const automation = createRoute({
  getParentRoute: () => root,
  path: '/automations/$id',
  component: lazyRouteComponent(() => import('../pages/automations/automation-page.tsx'), 'AutomationPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../pages/entrance/sign-in-page.tsx'), 'SignInPage'),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: readToken,
  component: lazyRouteComponent(() => import('../pages/entrance/register-page.tsx'), 'RegisterPage'),
})

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../pages/entrance/forgot-page.tsx'), 'ForgotPage'),
})

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: readToken,
  component: lazyRouteComponent(() => import('../pages/entrance/reset-page.tsx'), 'ResetPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../pages/entrance/invitation-page.tsx'), 'InvitationPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
})

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(() => import('../pages/members/members-page.tsx'), 'MembersPage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
})

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../pages/privacy/privacy-page.tsx'), 'PrivacyPage'),
})

const host = createRoute({
  getParentRoute: () => root,
  path: '/host',
  component: lazyRouteComponent(() => import('../pages/host/host-page.tsx'), 'HostPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    overview,
    retention,
    due,
    clients,
    client,
    bonuses,
    groups,
    newGroup,
    group,
    groupRule,
    calls,
    replies,
    surveys,
    booking,
    imports,
    oneImport,
    quality,
    settings,
    api,
    channels,
    campaigns,
    campaign,
    automations,
    automation,
    signIn,
    register,
    forgot,
    reset,
    invitation,
    account,
    members,
    host,
    audit,
    privacy,
  ]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageBroke,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
