import type { Rights } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** What somebody may do, in a few words: "Master Марта", "Manager, Центр only". */
export function useRightsText() {
  const { say } = useText()
  return ({ role, staff, locations }: Rights): string => {
    const parts = [say(`account.role.${role}`), ...(role === 'master' && staff ? [staff] : []), ...(locations ?? [])]
    return parts.join(', ')
  }
}
