import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconFileX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { rejectsLink } from '../../api/imports.ts'
import { importsQuery } from '../../api/queries.ts'
import type { Import } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/empty.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './imports.module.css'
import { UndoImport } from './undo-import.tsx'

/** How the import ended, and where to go from there. */
export function Ended({ one }: { one: Import }) {
  const { say } = useWords()
  const errorText = useErrorText()
  const another = (
    <Button component={Link} to="/import" variant="default">
      {say('imports.tryAnother')}
    </Button>
  )
  switch (one.state) {
    case 'done':
      return <Done one={one} />
    case 'failed':
      return (
        <Card>
          <Empty icon={IconFileX} title={say('imports.failed')} text={one.error ? errorText(one.error) : ''}>
            {another}
          </Empty>
        </Card>
      )
    case 'undone':
      return (
        <Card>
          <Empty icon={IconArrowBackUp} title={say('imports.state.undone')} text={say('imports.undone')}>
            {another}
          </Empty>
        </Card>
      )
    default:
      return (
        <Card>
          <Empty icon={IconCircleX} title={say('imports.state.cancelled')} text={say('imports.cancelled')}>
            {another}
          </Empty>
        </Card>
      )
  }
}

const COUNTS = ['created', 'updated', 'unchanged', 'clientsCreated'] as const

function Done({ one }: { one: Import }) {
  const { say, language, formats } = useWords()
  const imports = useQuery(importsQuery)
  const latest = imports.data?.imports.find(({ state }) => state === 'done')
  const { result, inspection } = one
  const nothingNew = result && result.created + result.updated === 0
  return (
    <Card>
      <div className={classes.done}>
        <IconCircleCheck size={30} stroke={1.6} aria-hidden />
        <div>
          <h2>{say('imports.done')}</h2>
          <p>{say(nothingNew ? 'imports.nothingNew' : 'imports.doneText')}</p>
        </div>
      </div>
      {result && (
        <dl className={classes.tiles}>
          {COUNTS.map((count) => (
            <div key={count}>
              <dt>{say(`imports.${count}`)}</dt>
              <dd>{formats.number(result[count])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Group mt="lg" gap="sm">
        <Button component={Link} to="/retention">
          {say('imports.openReport')}
        </Button>
        {inspection && inspection.rejectCount > 0 && (
          <Button component="a" href={rejectsLink(one.id, language)} download variant="default">
            {say('imports.downloadRejects')} ({formats.number(inspection.rejectCount)})
          </Button>
        )}
        {latest?.id === one.id && <UndoImport one={one} />}
      </Group>
    </Card>
  )
}
