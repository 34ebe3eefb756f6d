import type { FairRow } from '../../api/types.ts'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './fair.module.css'

/** The expected rate; opens the kinds of clients it is made of, here and with the others. */
export function FairParts({ row, name, label }: { row: FairRow; name: string; label: string }) {
  const { say, formats } = useWords()
  const share = (returned: number, served: number) =>
    served === 0 ? (
      <span className={classes.dim}>{say('fair.part.nobody')}</span>
    ) : (
      <>
        {formats.percent(returned / served)}{' '}
        <small>{say('fair.table.of', { returned: formats.number(returned), served: formats.number(served) })}</small>
      </>
    )
  return (
    <Panel
      title={say('fair.partsOf', { master: name })}
      button={(open) => (
        <button
          type="button"
          className={classes.open}
          aria-label={`${label}. ${say('fair.partsOf', { master: name })}`}
          onClick={open}
        >
          {label}
        </button>
      )}
    >
      {() => (
        <table className={classes.parts}>
          <caption>{say('fair.parts')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('fair.part.kind')}</th>
              <th scope="col">{say('fair.part.own')}</th>
              <th scope="col">{say('fair.part.others')}</th>
            </tr>
          </thead>
          <tbody>
            {row.strata.map(({ isNew, category, served, returned, othersServed, othersReturned }) => (
              <tr key={`${isNew}${category}`}>
                <th scope="row">
                  {category ?? say('retention.table.nameless.category')},{' '}
                  {say(isNew ? 'retention.newness.new' : 'retention.newness.returning')}
                </th>
                <td>{share(returned, served)}</td>
                <td>{share(othersReturned, othersServed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
