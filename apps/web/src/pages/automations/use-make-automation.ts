import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { automationsQuery, makeAutomation } from '../../api/automations.ts'
import { useText } from '../../i18n/index.ts'
import { type Kind, presetOf } from './presets.ts'

interface Wanted {
  kind: Kind
  /** automations of this kind there are already */
  others: number
}

/** Makes an automation of a kind as it usually begins, and opens it. */
export function useMakeAutomation() {
  const { say, language } = useText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ kind, others }: Wanted) => {
      const name = say(`automations.kind.${kind}`)
      return makeAutomation({ name: others === 0 ? name : `${name} ${others + 1}`, ...presetOf(kind, language) })
    },
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: automationsQuery.queryKey })
      await navigate({ to: '/automations/$id', params: { id } })
    },
  })
}
