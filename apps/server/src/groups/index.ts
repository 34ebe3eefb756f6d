export { awayOn } from './away-on.ts'
export { exportGroups, forgetGroups } from './forget-groups.ts'
export { groupsAsOf, listMembers } from './group-people.ts'
export { membersOf } from './members-of.ts'
export { groupRoutes } from './routes.ts'
/** @public */
export type { GroupRule } from './rule.ts'
export { GroupParam } from './schemas.ts'
