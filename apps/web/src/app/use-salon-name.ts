import { useText } from '../i18n/index.ts'
import { useSession } from './session-context.tsx'

/** What a salon of this person is called here, and the demo. */
export function useSalonName(): (workspaceId: string) => string {
  const { say } = useText()
  const { workspaces, demoWorkspaceId } = useSession()
  return (workspaceId) => {
    if (workspaceId === demoWorkspaceId) return say('account.demoSalon')
    const salon = workspaces.find(({ id }) => id === workspaceId)
    return salon?.isPractice ? say('practice.name') : salon?.name || say('account.unnamed')
  }
}
