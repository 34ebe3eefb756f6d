// What each plan of a host opens. Plain predicates beside permissions.ts, used by the routes and by the page alike; the
// table in plans.test.ts is the whole of it. Where nobody sells plans everything is on, and nothing is said of them.

export const PLANS = ['free', 'lite', 'pro'] as const
export type Plan = (typeof PLANS)[number]

/** What is not in every plan, with the least plan that has it; the overview, clients, imports and people are in all. */
const LEAST = {
  /** who came back, who is lost, and why: the report with its tabs */
  retention: 'lite',
  /** whom to call this week */
  due: 'lite',
  /** reports and lists as files */
  files: 'lite',
  /** masters against what the others achieve with the same clients */
  fairComparison: 'pro',
  /** who is likely to come again, and what they will bring */
  forecasts: 'pro',
  /** groups, bonuses, campaigns, the call list */
  winback: 'pro',
  /** keys for programs */
  api: 'pro',
} as const satisfies Record<string, Plan>

export type Feature = keyof typeof LEAST
export const FEATURES = Object.keys(LEAST) as Feature[]

/** The least plan that has a feature. */
export const leastPlan = (feature: Feature): Plan => LEAST[feature]

/** Whether a plan has a feature; `null` where there are no plans, and everything is on. */
export const includes = (plan: Plan | null, feature: Feature): boolean =>
  plan === null || PLANS.indexOf(plan) >= PLANS.indexOf(LEAST[feature])

/** How a host sells: what new workspaces begin with. */
export interface PlanSettings {
  defaultPlan: Plan
  /** days until a new workspace's plan becomes `free`; `null`: it stays */
  trialDays: number | null
  /** where an owner gets another plan; `null`: nobody has said */
  contactUrl: string | null
}

/** What a workspace has been given. */
export interface Subscription {
  plan: Plan | null
  trialEndsAt: Date | null
  isDemo: boolean
  /** of a practice salon */
  practiceDay: string | null
}

/** The plan in force; `null` where there are no plans, and for demo and practice salons, which show everything. */
export function planInForce(settings: PlanSettings | null, given: Subscription, now = new Date()): Plan | null {
  if (!settings || given.isDemo || given.practiceDay !== null) return null
  if (given.trialEndsAt && given.trialEndsAt <= now) return 'free'
  return given.plan ?? settings.defaultPlan
}
