import { Link } from '@tanstack/react-router'
import { useText } from '../../i18n/index.ts'

/** What an action was done to, as a way there; people and the salon itself are named by the action. */
export function SubjectLink({ subject }: { subject: string }) {
  const { say } = useText()
  const [kind, id] = subject.split(':')
  if (!id) return null
  if (kind === 'client')
    return (
      <Link to="/clients/$id" params={{ id }}>
        {say('audit.client', { id })}
      </Link>
    )
  if (kind === 'import')
    return (
      <Link to="/import/$id" params={{ id }}>
        {say('audit.import', { id })}
      </Link>
    )
  if (kind === 'group')
    return (
      <Link to="/groups/$id" params={{ id }}>
        {say('audit.group')}
      </Link>
    )
  return null
}
