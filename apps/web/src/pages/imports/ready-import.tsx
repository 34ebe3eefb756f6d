import { Button } from '@mantine/core'
import { cancelImport, confirmImport, correctImport } from '../../api/imports.ts'
import type { Import, ImportCorrection } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { Columns } from './columns.tsx'
import classes from './imports.module.css'
import { Preview } from './preview.tsx'
import { QualityPanel } from './quality-panel.tsx'
import { Rejects } from './rejects.tsx'
import { Settings } from './settings.tsx'
import { useImportAction } from './use-import-action.ts'
import { Warnings } from './warnings.tsx'

/** How the file was read, to be corrected and confirmed; nothing is stored yet. */
export function ReadyImport({ one }: { one: Import }) {
  const { say } = useWords()
  const confirm = useImportAction(() => confirmImport(one.id))
  const discard = useImportAction(() => cancelImport(one.id))
  const correct = useImportAction((correction: ImportCorrection) => correctImport(one.id, correction))
  const { inspection } = one
  if (!inspection) return null
  const blocked =
    inspection.missing.length > 0 || inspection.ambiguous.length > 0 || (inspection.quality?.used ?? 0) === 0
  const busy = correct.isPending || confirm.isPending || discard.isPending
  const failure = correct.error ?? confirm.error ?? discard.error
  return (
    <div aria-busy={correct.isPending} style={{ opacity: correct.isPending ? 0.6 : 1 }}>
      {failure && <Failure error={failure} />}
      <Warnings inspection={inspection} />
      {inspection.quality && <QualityPanel quality={inspection.quality} headline={inspection.headline ?? null} />}
      <Columns inspection={inspection} onCorrect={correct.mutate} disabled={busy} />
      <Settings inspection={inspection} onCorrect={correct.mutate} disabled={busy} />
      <Preview inspection={inspection} />
      <Rejects one={one} inspection={inspection} />
      <div className={classes.decide}>
        <Button variant="default" disabled={busy} onClick={() => discard.mutate()}>
          {say('imports.discard')}
        </Button>
        <Button disabled={busy || blocked} loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {say('imports.confirm', { count: inspection.quality?.used ?? 0 })}
        </Button>
      </div>
    </div>
  )
}
