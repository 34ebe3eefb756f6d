import type { PeopleSource } from '../../api/queries.ts'
import { PutOnCallList } from '../calls/put-on-call-list.tsx'
import { MakeGroup } from './make-group.tsx'
import classes from './people-actions.module.css'
import { WriteTo } from './write-to.tsx'

interface Props {
  source: PeopleSource
  /** what to call a group of these people */
  name: string
}

/** What can be done with everybody on a list of people: one row, the same wherever there is such a list. */
export function PeopleActions({ source, name }: Props) {
  return (
    <div className={classes.row} data-print="no">
      <WriteTo source={source} name={name} />
      {source.kind !== 'group' && <MakeGroup source={source} name={name} />}
      <PutOnCallList source={source} reason={name} />
    </div>
  )
}
