export { exportGroups, forgetGroups } from './forget-groups.ts'
export { frozenOn } from './frozen-on.ts'
export { groupsAsOf, listMembers } from './group-people.ts'
/** @public */
export { createFrozenGroup } from './make-group.ts'
export { membersOf } from './members-of.ts'
export { groupRoutes } from './routes.ts'
/** @public */
export type { GroupRule } from './rule.ts'
export { GroupParam } from './schemas.ts'
