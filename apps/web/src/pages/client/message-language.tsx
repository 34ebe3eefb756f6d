import { Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { setClientLanguage } from '../../api/privacy.ts'
import { clientQuery } from '../../api/queries.ts'
import type { ClientLanguage } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'

const CHOICES = ['', ...LANGUAGES] as const

/** The language a client reads: messages that are written in it reach them in it. */
export function MessageLanguage({ id, language }: { id: string; language: ClientLanguage }) {
  const { say } = useText()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (language: ClientLanguage) => setClientLanguage(id, language),
    onSuccess: () => queries.invalidateQueries({ queryKey: clientQuery(id).queryKey }),
  })
  return (
    <>
      <Select
        mt="md"
        maw={260}
        label={say('client.language')}
        data={CHOICES.map((value) => ({
          value: value || 'none',
          label: value ? LANGUAGE_NAMES[value] : say('client.languageUnknown'),
        }))}
        value={(change.isPending ? change.variables : language) || 'none'}
        disabled={change.isPending}
        allowDeselect={false}
        onChange={(value) => change.mutate(LANGUAGES.find((each) => each === value) ?? '')}
      />
      {change.error && <Failure error={change.error} />}
    </>
  )
}
