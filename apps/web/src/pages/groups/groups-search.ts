import { asFlag, defined } from '../../app/search-text.ts'

export interface GroupsSearch {
  archived?: true
}

export function readGroupsSearch(raw: Record<string, unknown>): GroupsSearch {
  return defined({ archived: asFlag(raw.archived) })
}
