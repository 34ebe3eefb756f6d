import { Button } from '@mantine/core'
import { useText } from '../../i18n/index.ts'
import { Failure } from '../failure.tsx'
import type { Draft } from './use-saved-draft.ts'

/** Why what is seen is not saved, and what to do; nothing while it is, or is being. */
export function DraftTrouble({ draft: { state, error, saveNow, abandon } }: { draft: Draft }) {
  const { say } = useText()
  if (error === null) return null
  const reload = () => {
    abandon()
    window.location.reload()
  }
  return (
    <>
      <Failure error={error} />
      {state === 'retrying' && <p>{say('campaigns.retrying')}</p>}
      <Button size="xs" variant="default" onClick={state === 'changed' ? reload : saveNow}>
        {say(state === 'changed' ? 'errors.reload' : 'campaigns.saveNow')}
      </Button>
    </>
  )
}

/** Whether what is seen is saved, in a word or two. */
export function DraftState({ draft: { isSaved, state } }: { draft: Draft }) {
  const { say } = useText()
  const word = isSaved ? 'saved' : state === 'saving' ? 'saving' : 'notSaved'
  return <small role="status">{say(`campaigns.${word}`)}</small>
}
